import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { Difference } from '../../../common/protocol-tests/difference-schema.ts';
import { stepFailures } from '../../../common/words/en/sentences/runs.ts';
import { sayingOf } from '../../../common/words/sentence/said.ts';

/** Makes the sentence why a step has failed. */
export const failureSays = sayingOf(stepFailures);

/** Why a step has failed; without `says` it is a text of the system's. */
export interface Reason {
	readonly message: string;
	readonly says?: Sentence | undefined;
}

/**
 * A failed step. `late`: the time is over. `differs`: something else was received. `over`: nothing more can be received.
 */
export class StepFailure extends Error {
	readonly why: 'late' | 'differs' | 'over' | 'other';
	readonly says: Sentence | undefined;
	readonly difference: Difference | undefined;

	constructor({ message, says }: Reason, why: StepFailure['why'] = 'other', difference?: Difference) {
		super(message);
		this.why = why;
		this.says = says;
		this.difference = difference;
	}
}
