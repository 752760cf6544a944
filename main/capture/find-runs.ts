import type { ErrorInfo } from '../../common/contract/base/errors.ts';
import type { FindState } from '../../common/contract/calls/find.ts';
import { FilterError, parseFilter } from '../../common/filter/index.ts';
import type { FindRequest } from './read/find-scan.ts';
import type { FindOrder } from './read/finds.ts';
import type { FindRun } from './types.ts';

type Listener = (state: FindState) => void;

interface Running {
	readonly listener: Listener;
	state: FindState;
}

/** The searches that somebody waits for. */
export class FindRuns {
	readonly #order: (order: FindOrder) => void;
	readonly #stored: () => number;
	readonly #running = new Map<number, Running>();
	#next = 1;

	constructor(order: (order: FindOrder) => void, stored: () => number) {
		this.#order = order;
		this.#stored = stored;
	}

	/** Throws a WirebenchError `bad-input` for what is no filter. */
	start(request: FindRequest, listener: Listener): FindRun {
		check(request.find);
		if (request.within !== undefined) check(request.within);
		const id = this.#next++;
		const stored = this.#stored();
		const state: FindState = { looked: 0, total: stored, wrapped: false, done: false };
		this.#running.set(id, { listener, state });
		this.#order({ type: 'find', id, request, stored });
		return {
			state,
			stop: () => {
				if (this.#running.delete(id)) this.#order({ type: 'find-stop', id });
			},
		};
	}

	/** The reader says how far it is. */
	take(id: number, state: FindState): void {
		const running = this.#running.get(id);
		if (!running) return;
		running.state = state;
		if (state.done) this.#running.delete(id);
		running.listener(state);
	}

	/** The reader has stopped. */
	fail(error: ErrorInfo): void {
		for (const [id, { state }] of this.#running) this.take(id, { ...state, done: true, error });
	}
}

function check(filter: string): void {
	try {
		parseFilter(filter);
	} catch (error) {
		throw error instanceof FilterError ? error.toWirebenchError() : error;
	}
}
