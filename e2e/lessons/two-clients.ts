import type { Walk } from './learner.ts';

export const twoClients: Walk = {
	start: (learner) => learner.offer('Start one-at-a-time'),
	first: async (learner) => {
		await learner.offer('Connect a client');
		await learner.connectionOf('one-at-a-time');
		await learner.stopEndpoint('to one-at-a-time');
		await learner.wrong(/without sending/);
		await learner.startEndpoint('to one-at-a-time');
		await learner.send('first');
	},
	second: async (learner) => {
		await learner.start();
	},
	release: (learner) => learner.stopEndpoint('to one-at-a-time'),
	concurrent: async (learner) => {
		await learner.stopEndpoint('one-at-a-time');
		await learner.startEndpoint('one-at-a-time');
		await learner.wrong(/Another server was started/);
		await learner.offer('Start concurrent');
	},
	'side-by-side': async (learner) => learner.run((await learner.program()).replace('Timer(2,', 'Timer(0.3,')),
};
