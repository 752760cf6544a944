import { endpointConfigSchema } from '../../common/endpoints/index.ts';
import type { Walk } from './learner.ts';

export const namesAndFamilies: Walk = {
	start: (learner) => learner.offer('Start class-tcp'),
	name: (learner) => learner.run(),
	'wrong-family': async (learner) => {
		const { local } = await learner.endpoint('class-tcp');
		const config = endpointConfigSchema.parse({
			kind: 'tcp-client',
			name: 'six',
			host: '127.0.0.1',
			port: local?.port,
		});
		await learner.host.call('endpointCreate', { config });
		await learner.startEndpoint('six');
		await learner.wrong(/connected by IPv4/);
		await learner.stopEndpoint('six');
		await learner.edit('six', { host: '::1' });
		await learner.startEndpoint('six');
	},
	everywhere: async (learner) => {
		const { local } = await learner.endpoint('class-tcp');
		await learner.stopEndpoint('class-tcp');
		await learner.edit('class-tcp', { host: '::', port: local?.port });
		await learner.startEndpoint('class-tcp');
	},
	'both-families': (learner) => learner.run(),
	'own-server': (learner) => learner.beTheServer('class-tcp'),
};
