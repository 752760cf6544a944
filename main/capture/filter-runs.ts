import { type ErrorInfo, WirebenchError } from '../../common/contract/base/errors.ts';
import type { FilterState } from '../../common/contract/calls/capture.ts';
import { FilterError, parseFilter } from '../../common/filter/index.ts';
import type { FilterOrder } from './read/filters.ts';
import type { FilterRun } from './types.ts';

type Listener = (state: FilterState) => void;

const NOTHING_YET: Omit<FilterState, 'stored'> = {
	matched: 0,
	gone: 0,
	scanned: 0,
	limited: false,
	stopped: false,
	round: 0,
};

interface Shared {
	state: FilterState;
	readonly listeners: Set<Listener>;
}

/** The filters that somebody listens to: one scan for each text, however many listen. */
export class FilterRuns {
	readonly #order: (order: FilterOrder) => void;
	readonly #stored: () => number;
	readonly #onProgress: (listener: () => void) => () => void;
	/** Listens to the capture only while a filter is on. */
	#stopListening: (() => void) | undefined;
	readonly #shared = new Map<string, Shared>();

	constructor(
		order: (order: FilterOrder) => void,
		stored: () => number,
		onProgress: (listener: () => void) => () => void,
	) {
		this.#onProgress = onProgress;
		this.#order = order;
		this.#stored = stored;
	}

	/** Throws a WirebenchError `bad-input` for what is no filter. */
	start(filter: string, listener: Listener): FilterRun {
		const shared = this.#shared.get(filter) ?? this.#begin(filter);
		shared.listeners.add(listener);
		return {
			state: shared.state,
			stop: () => {
				if (!shared.listeners.delete(listener) || shared.listeners.size > 0) return;
				this.#shared.delete(filter);
				this.#order({ type: 'drop', filter });
				if (this.#shared.size > 0) return;
				this.#stopListening?.();
				this.#stopListening = undefined;
			},
		};
	}

	/** Stops a scan, or goes on with it. Throws a WirebenchError `wrong-state` for a filter that is not on. */
	hold(filter: string, held: boolean): void {
		if (!this.#shared.has(filter)) throw new WirebenchError('wrong-state', 'This filter is not on.');
		this.#order({ type: 'hold', filter, held });
	}

	/** Another capture is read: all scans begin anew. */
	restart(): void {
		const stored = this.#stored();
		for (const filter of this.#shared.keys()) {
			this.take(filter, { ...NOTHING_YET, stored });
			this.#order({ type: 'filter', filter, stored });
		}
	}

	/** The reader says how far it is. */
	take(filter: string, state: FilterState): void {
		const shared = this.#shared.get(filter);
		if (!shared) return;
		shared.state = state;
		for (const listener of [...shared.listeners]) listener(state);
	}

	/** The reader has stopped. */
	fail(error: ErrorInfo): void {
		for (const [filter, { state }] of this.#shared) this.take(filter, { ...state, error });
	}

	#begin(filter: string): Shared {
		try {
			parseFilter(filter);
		} catch (error) {
			throw error instanceof FilterError ? error.toWirebenchError() : error;
		}
		const stored = this.#stored();
		const shared = { state: { ...NOTHING_YET, stored }, listeners: new Set<Listener>() };
		this.#shared.set(filter, shared);
		this.#order({ type: 'filter', filter, stored });
		this.#stopListening ??= this.#onProgress(() => this.#order({ type: 'grow', stored: this.#stored() }));
		return shared;
	}
}
