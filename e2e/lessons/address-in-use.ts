import type { Walk } from './learner.ts';

export const addressInUse: Walk = {
	hold: async (learner) => {
		// The server is first, and the program fails.
		await learner.offer('Start time-server');
		await learner.wrong(/Wirebench was first/);
		await learner.stopEndpoint('time-server');
		const program = await learner.start();
		await program.said('holding');
		await learner.offer('Start time-server');
	},
	free: async (learner) => {
		await learner.endPrograms();
		await learner.startEndpoint('time-server');
	},
	'first-to-close': (learner) => learner.run(),
	'own-server': (learner) => learner.beTheServer('time-server'),
	again: (learner) => learner.startEndpoint('time-server'),
};
