import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { StepResult } from '../../../common/contract/calls/protocol-tests.ts';
import { errorText } from '../errors/errno.ts';
import { type Reason, StepFailure } from './step-failure.ts';

/** The results of a run while it goes on. */
export class Report {
	readonly results: StepResult[];
	readonly #onChange: () => void;

	/** `count`: of the steps, to which the start is added. `onChange`: after every change. */
	constructor(count: number, onChange: () => void) {
		this.results = Array.from({ length: count + 1 }, () => ({ status: 'waiting' as const }));
		this.#onChange = onChange;
	}

	/** A step begins; the returned function is called when it ends. `counted`: how often it runs is of interest. */
	begin(at: number, counted: boolean): (end: Omit<StepResult, 'ms' | 'runs'>) => void {
		const runs = (this.results[at]?.runs ?? 0) + 1;
		const times = counted ? { runs } : {};
		this.#set(at, { status: 'running', ...times });
		const began = performance.now();
		return (end) => {
			const ms = Math.round((performance.now() - began) * 10) / 10;
			this.#set(at, { ...end, ...(end.status === 'waiting' ? {} : { ms }), ...times });
		};
	}

	/** The steps from `from` to before `to` will run again. */
	again(from: number, to: number): void {
		for (let at = from; at < to; at++) {
			const { runs } = this.results[at] ?? {};
			this.results[at] = { status: 'waiting', ...(runs === undefined ? {} : { runs }) };
		}
	}

	#set(at: number, result: StepResult): void {
		this.results[at] = result;
		this.#onChange();
	}
}

/** The result of a step that has thrown. Throws again what is no failure of a step. */
export function failed(error: unknown): Omit<StepResult, 'ms' | 'runs'> {
	if (error instanceof StepFailure) {
		const { difference } = error;
		return { status: 'failed', ...reason(error), ...(difference && { difference }) };
	}
	if (error instanceof WirebenchError) return { status: 'failed', ...reason(reasonOf(error)) };
	throw error;
}

/** A reason as a result has it. */
export function reason({ message, says }: Reason): Pick<StepResult, 'message' | 'says'> {
	return { message, ...(says && { says }) };
}

/** Why a step failed that has thrown this. */
export function reasonOf(error: WirebenchError): Reason {
	return { message: errorText(error), says: error.details.says };
}
