import type { Walk } from './learner.ts';

export const udp: Walk = {
	start: (learner) => learner.offer('Start udp-hello'),
	ask: async (learner) => learner.run((await learner.program()).replace('sleep(1)', 'sleep(0.3)')),
	proxy: async (learner) => {
		const { local } = await learner.endpoint('udp-hello');
		await learner.edit('udp-proxy', { target: { host: '127.0.0.1', port: local?.port } });
		await learner.offer('Start udp-proxy');
	},
	drop: async (learner) => {
		await learner.faults('udp-proxy', { latency: { delayMs: 1 } });
		await learner.wrong(/Drop is not on/);
		await learner.faults('udp-proxy', { drop: { probability: 0.5 } });
	},
	lost: async (learner) => learner.run((await learner.program()).replace('settimeout(1)', 'settimeout(0.5)')),
	retry: (learner) => learner.run(),
	reorder: async (learner) => {
		await learner.faults('udp-proxy', { duplicate: { probability: 0.5 }, reorder: { probability: 0.5 } });
		await learner.run((await learner.program()).replace('settimeout(1)', 'settimeout(0.5)'));
	},
};
