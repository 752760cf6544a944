import type { Walk } from './learner.ts';

export const sendIsNotSendall: Walk = {
	start: (learner) => learner.offer('Start one-at-a-time'),
	occupy: (learner) => learner.offer('Connect a client'),
	partial: async (learner) => {
		// Nobody is in front of the program.
		await learner.stopEndpoint('to one-at-a-time');
		await learner.run((await learner.program()).replace('20_000_000', '20'));
		await learner.wrong(/no client was in front/);
		await learner.startEndpoint('to one-at-a-time');
		await learner.start();
	},
	count: (learner) => learner.stopEndpoint('to one-at-a-time'),
	deadlock: async (learner) => learner.run((await learner.program()).replace('settimeout(4)', 'settimeout(1)')),
	repaired: (learner) => learner.run(),
};
