import type { FilterState } from '../../../common/contract/calls/capture.ts';
import {
	counted,
	type DoneWhen,
	type FoundEvent,
	NOTHING,
	type Sought,
	type Tally,
} from '../../../common/lessons/index.ts';
import { session } from '../../app/state/host/session.ts';

/** Milliseconds between two looks at what a filter has found: the host reports more often. */
const PACE_MS = 250;
/** Events of one call. */
const ROWS = 200;

interface Followed {
	/** Looks at what was found, after the filter's state has changed. */
	look(state: FilterState): Promise<void>;
	onError(error: Error): void;
}

/** Follows a filter over the live capture, at its pace. Returns a function that ends it. */
function followFilter(filter: string, { look, onError }: Followed): () => void {
	let latest: FilterState | undefined;
	let busy = false;
	let ended = false;
	const work = async () => {
		busy = true;
		while (latest !== undefined && !ended) {
			const state = latest;
			latest = undefined;
			try {
				await look(state);
			} catch (error) {
				if (!ended) onError(error instanceof Error ? error : new Error(String(error)));
			}
			await new Promise((resolve) => setTimeout(resolve, PACE_MS));
		}
		busy = false;
	};
	const onState = (state: FilterState) => {
		latest = state;
		if (!busy) void work();
	};
	const stop = session.subscribe('captureFilter', { filter }, { onSnapshot: onState, onDelta: onState, onError });
	return () => {
		ended = true;
		stop();
	};
}

interface StepListener {
	/** What was found so far. */
	onTally(tally: Tally): void;
	onError(error: Error): void;
}

/**
 * Counts the events that complete a step, until it is complete. `counts`: whether an event counts that the filter has found. Returns a
 * function that ends it.
 */
export function followStep(
	when: DoneWhen,
	{ filter, from }: Sought,
	counts: (found: FoundEvent) => Promise<boolean>,
	{ onTally, onError }: StepListener,
): () => void {
	let tally = NOTHING;
	let round: number | undefined;
	/** Among the matches: the next one to look at. */
	let next = 0;
	const look = async (state: FilterState) => {
		if (state.round !== round) {
			round = state.round;
			tally = NOTHING;
			next = (await session.call('captureMatchAt', { filter, n: from })).index;
		}
		next = Math.max(next, state.gone);
		while (next < state.matched && tally.shown === undefined) {
			const { rows } = await session.call('captureRows', { filter, from: next, count: ROWS });
			if (rows.length === 0) break;
			next += rows.length;
			for (const { n, time, connection } of rows) {
				const found = { n, time, connection };
				const isNew = n >= from && tally.shown === undefined;
				if (isNew && (await counts(found))) tally = counted(when, tally, found);
			}
			onTally(tally);
		}
	};
	return followFilter(filter, { look, onError });
}

/** Calls back with each latest event that shows a mistake. Returns a function that ends it. */
export function followMistake(
	{ filter, from }: Sought,
	{ onFound, onError }: { readonly onFound: (n: number) => void; readonly onError: (error: Error) => void },
): () => void {
	let latest = from - 1;
	const look = async ({ matched }: FilterState) => {
		if (matched === 0) return;
		const { rows } = await session.call('captureRows', { filter, from: matched - 1, count: 1 });
		const n = rows.at(-1)?.n;
		if (n === undefined || n <= latest) return;
		latest = n;
		onFound(n);
	};
	return followFilter(filter, { look, onError });
}
