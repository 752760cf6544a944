import type { Walk } from './learner.ts';

export const noAnswer: Walk = {
	start: (learner) => learner.offer('Start line-server'),
	'no-end': async (learner) => {
		await learner.offer('Connect a client');
		await learner.send('hello');
	},
	'line-end': async (learner) => {
		await learner.send('again');
		await learner.wrong(/./);
		await learner.lineEnd('lf');
		await learner.send('!');
	},
	'own-program': async (learner) => learner.run((await learner.program()).replace('settimeout(3)', 'settimeout(0.3)')),
	repaired: (learner) => learner.run(),
	'end-of-stream': (learner) => learner.run(),
};
