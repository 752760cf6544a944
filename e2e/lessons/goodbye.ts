import type { Walk } from './learner.ts';

export const goodbye: Walk = {
	start: (learner) => learner.offer('Start half-close'),
	fin: (learner) => learner.run(),
	'half-close': (learner) => learner.run(),
	unread: async (learner) => learner.run((await learner.program()).replace('sleep(2)', 'sleep(1)')),
	'be-reset': async (learner) => {
		await learner.start();
		await learner.host.call('connectionClose', { connection: await learner.connectionOf('half-close') });
		await learner.wrong(/sent a FIN/);
		await learner.endPrograms();
		await learner.start();
		await learner.host.call('connectionReset', { connection: await learner.connectionOf('half-close') });
	},
	both: async (learner) => {
		await learner.offer('Connect a client');
		await learner.connectionOf('half-close');
		await learner.stopEndpoint('half-close');
		await learner.wrong(/one side closed first/);
		await learner.startEndpoint('half-close');
		await learner.startEndpoint('to half-close');
		await learner.connectionOf('half-close');
		await learner.page.getByRole('button', { name: 'Stop all', exact: true }).click();
	},
};
