import type { Learner, Walk } from './learner.ts';

/** The client that the person runs again and again. */
const clients = new WeakMap<Learner, string>();
const runClient = (learner: Learner) => learner.run(clients.get(learner));

export const spy: Walk = {
	start: async (learner) => {
		const port = await learner.freePort();
		await learner.edit('tcp-proxy', { target: { host: '127.0.0.1', port } });
		await learner.offer('Start tcp-proxy');
	},
	'no-target': async (learner) => {
		clients.set(learner, await learner.program());
		await learner.run();
	},
	both: async (learner) => {
		await runClient(learner);
		await learner.wrong(/Still nobody/);
		const { config } = await learner.endpoint('tcp-proxy');
		if (config.kind !== 'tcp-proxy') throw new Error('This is no proxy.');
		const program = await learner.start((await learner.program()).replaceAll('9000', String(config.target.port)));
		await program.said('listening');
		await runClient(learner);
	},
	slow: async (learner) => {
		await learner.faults('tcp-proxy', { latency: { delayMs: 300 } });
		await runClient(learner);
	},
	slices: async (learner) => {
		await learner.faults('tcp-proxy', { latency: { delayMs: 1 } });
		await runClient(learner);
		await learner.wrong(/in one piece/);
		await learner.faults('tcp-proxy', { slicer: { averageBytes: 2, delayMs: 100 } });
		await runClient(learner);
	},
	broken: async (learner) => {
		await learner.faults('tcp-proxy', { reset: { afterBytes: 3 } });
		await runClient(learner);
	},
};
