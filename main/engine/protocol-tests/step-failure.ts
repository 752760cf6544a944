import type { Difference } from '../../../common/protocol-tests/difference-schema.ts';

/**
 * A failed step. `late`: the time is over. `differs`: something else was received. `over`: nothing more can be received.
 */
export class StepFailure extends Error {
	readonly why: 'late' | 'differs' | 'over' | 'other';
	readonly difference: Difference | undefined;

	constructor(message: string, why: StepFailure['why'] = 'other', difference?: Difference) {
		super(message);
		this.why = why;
		this.difference = difference;
	}
}
