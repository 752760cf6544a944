import type { Walk } from './learner.ts';

export const webServer: Walk = {
	start: (learner) => learner.offer('Start http-server'),
	browser: async (learner) => {
		const address = await learner.code(/^http:/);
		// The server takes a handshake for the beginning of a request, and the browser waits for the rest of it.
		await learner.visit(address.replace('http:', 'https:'), () => learner.wrong(/TLS handshake/));
		await learner.visit(address);
	},
	picture: async (learner) => learner.visit(await learner.code(/test\.jpg$/)),
	'by-hand': async (learner) => learner.run((await learner.program()).replace('settimeout(3)', 'settimeout(0.3)')),
	complete: (learner) => learner.run(),
	'own-server': async (learner) => {
		await learner.beTheServer('http-server');
		await learner.send('GET / HTTP/1.1');
	},
};
