import type { Walk } from './learner.ts';

export const cutCharacters: Walk = {
	start: (learner) => learner.offer('Start class-tcp'),
	'one-character': async (learner) => {
		await learner.offer('Connect a client');
		await learner.send('e');
		await learner.wrong(/other bytes/);
		await learner.send('€');
	},
	cut: (learner) => learner.run(),
	'small-buffer': (learner) => learner.run(),
	repaired: async (learner) => learner.run((await learner.program()).replace('sleep(0.2)', 'sleep(0.1)')),
	'other-charset': (learner) => learner.run(),
};
