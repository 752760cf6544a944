import type { Walk } from './learner.ts';

export const firstServer: Walk = {
	start: (learner) => learner.offer('Start timestamp-echo'),
	connect: (learner) => learner.offer('Connect a client'),
	send: (learner) => learner.send('hello'),
	calls: async (learner) => {
		await learner.offer('Show the socket');
		await learner.send('again');
	},
	'own-program': async (learner) => {
		// Connects, and says nothing.
		await learner.run((await learner.program()).replace(/^s\.sendall.*\n/m, '').replace(/^print.*\n/m, ''));
		await learner.wrong(/sendall/);
		await learner.run();
	},
	refused: async (learner) => {
		await learner.stopEndpoint('timestamp-echo');
		await learner.startEndpoint('to timestamp-echo');
	},
};
