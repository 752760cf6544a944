import type { Walk } from './learner.ts';

export const stickyPackets: Walk = {
	start: (learner) => learner.offer('Start receive-chunks'),
	'many-in-one': async (learner) => {
		await learner.run((await learner.program()).replace('%d\\n', '%d'));
		await learner.wrong(/no line end at all/);
		await learner.run();
	},
	'one-in-many': (learner) => learner.run(),
	mistake: (learner) => learner.run(),
	repaired: (learner) => learner.run(),
	'no-framing': async (learner) => {
		await learner.host.call('endpointSetFraming', {
			id: await learner.idOf('receive-chunks'),
			framing: { type: 'none' },
		});
	},
	again: (learner) => learner.run(),
};
