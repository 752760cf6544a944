import type { ErrorInfo } from '../../common/contract/base/errors.ts';
import type { TimelineQuery, TimelineState } from '../../common/contract/calls/timeline.ts';
import type { TimelineOrder } from './read/timelines.ts';
import type { TimelineRun } from './types.ts';

type Listener = (state: TimelineState) => void;

interface Running {
	readonly query: TimelineQuery;
	state: TimelineState;
	readonly listener: Listener;
}

/** Before anything is known. */
const EMPTY: TimelineState = {
	span: 0,
	from: 0,
	width: 1,
	total: { bytesIn: [], bytesOut: [], eventsIn: [], eventsOut: [], eventsNone: [], errors: [] },
	endpoints: [],
	scanned: 0,
	stored: 0,
};

/** The timelines that somebody looks at. It listens to the capture only while there is one. */
export class TimelineRuns {
	readonly #order: (order: TimelineOrder) => void;
	readonly #stored: () => number;
	readonly #onProgress: (listener: () => void) => () => void;
	#stopListening: (() => void) | undefined;
	readonly #running = new Map<number, Running>();
	#next = 1;

	constructor(
		order: (order: TimelineOrder) => void,
		stored: () => number,
		onProgress: (listener: () => void) => () => void,
	) {
		this.#order = order;
		this.#stored = stored;
		this.#onProgress = onProgress;
	}

	start(query: TimelineQuery, listener: Listener): TimelineRun {
		const id = this.#next++;
		const stored = this.#stored();
		const state = { ...EMPTY, stored };
		this.#running.set(id, { query, state, listener });
		this.#order({ type: 'timeline', id, query, stored });
		this.#stopListening ??= this.#onProgress(() => this.#order({ type: 'timeline-grow', stored: this.#stored() }));
		return {
			state,
			stop: () => {
				if (!this.#running.delete(id)) return;
				this.#order({ type: 'timeline-drop', id });
				if (this.#running.size > 0) return;
				this.#stopListening?.();
				this.#stopListening = undefined;
			},
		};
	}

	/** Another capture is read: all are drawn up anew. */
	restart(): void {
		const stored = this.#stored();
		for (const [id, { query }] of this.#running) {
			this.take(id, { ...EMPTY, stored });
			this.#order({ type: 'timeline', id, query, stored });
		}
	}

	/** The reader says how far it is. */
	take(id: number, state: TimelineState): void {
		const running = this.#running.get(id);
		if (!running) return;
		running.state = state;
		running.listener(state);
	}

	/** The reader has stopped. */
	fail(error: ErrorInfo): void {
		for (const [id, { state }] of this.#running) this.take(id, { ...state, error });
	}
}
