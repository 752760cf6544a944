import { create } from 'zustand';
import {
	addTally,
	type ConnectionPair,
	type ConversationComparison,
	type Difference,
	endWords,
	firstByteWords,
	messageWords,
	newTally,
	type Tally,
} from '../../../../common/diff/index.ts';
import type { DialogWords } from '../../../../common/words/en-dialogs.ts';
import { dialogWords } from '../../../words/dialogs.ts';
import { callsUntil, listedConnections } from './captured.ts';
import { type CompareOrder, comparisonOf, pairsOf } from './order.ts';

/** Milliseconds between two drawings of what a comparison has found. */
const DRAW_MS = 100;

/** The outcome of one pair of connections. */
export interface PairResult {
	readonly pair: ConnectionPair;
	/** `missing`: only the first capture has it; `extra`: only the second. */
	readonly state: 'equal' | 'different' | 'missing' | 'extra';
	/** The first difference in words. Of an equal pair: what is equal. */
	readonly words: string;
}

/** A comparison of connections, as far as it has come. */
export interface Run {
	readonly order: CompareOrder;
	readonly state: 'running' | 'done' | 'stopped' | 'failed';
	readonly error?: unknown;
	/** Pairs that will be compared; undefined until the captures are listed. */
	readonly pairs: number | undefined;
	/** Bytes read, of about `total`. */
	readonly read: number;
	readonly total: number;
	readonly results: readonly PairResult[];
	readonly tally: Tally;
}

interface Runs {
	/** The latest; undefined before the first. It outlives its dialog while a pair of its messages is shown. */
	readonly run: Run | undefined;
	/** The chosen pair and the chosen row of its messages, by their indexes; undefined: the first that differs. */
	readonly pair: number | undefined;
	readonly row: number | undefined;
}

export const useRuns = create<Runs>()(() => ({ run: undefined, pair: undefined, row: undefined }));

let current = new AbortController();

/** Starts the comparison unless the latest run is of the same order. */
export function ensureRun(order: CompareOrder): void {
	const last = useRuns.getState().run?.order;
	if (last !== undefined && isSame(last, order)) return;
	startRun(order);
}

function isSame(one: CompareOrder, other: CompareOrder): boolean {
	const isSameSide = (side: 'a' | 'b') =>
		one[side].capture === other[side].capture && one[side].connection === other[side].connection;
	const isSameHow = one.ignore === other.ignore && one.withinMs === other.withinMs && one.framing === other.framing;
	return isSameSide('a') && isSameSide('b') && isSameHow;
}

/** Starts the comparison, in place of another. */
export function startRun(order: CompareOrder): void {
	current.abort();
	current = new AbortController();
	const { signal } = current;
	const progress = new Progress(order, signal);
	compare(order, signal, progress).then(
		() => progress.end({ state: 'done' }),
		(error: unknown) => progress.end(signal.aborted ? { state: 'stopped' } : { state: 'failed', error }),
	);
}

/** Stops the comparison; what it has found stays. */
export function stopRun(): void {
	current.abort();
}

/** Forgets the comparison. */
export function forgetRun(): void {
	current.abort();
	current = new AbortController();
	useRuns.setState({ run: undefined, pair: undefined, row: undefined });
}

/** What a comparison has found; drawn from time to time. */
class Progress {
	readonly #signal: AbortController['signal'];
	readonly #results: PairResult[] = [];
	readonly #tally = newTally();
	#run: Run;
	#drawn = 0;

	constructor(order: CompareOrder, signal: AbortSignal) {
		this.#signal = signal;
		this.#run = { order, state: 'running', pairs: undefined, read: 0, total: 0, results: [], tally: this.#tally };
		useRuns.setState({ run: this.#run, pair: undefined, row: undefined });
	}

	listed(pairs: readonly ConnectionPair[]): void {
		const bytes = (connection: ConnectionPair['a']) => (connection ? connection.bytesIn + connection.bytesOut : 0);
		const total = pairs.reduce((sum, { a, b }) => (a && b ? sum + bytes(a) + bytes(b) : sum), 0);
		this.#change({ pairs: pairs.length, total });
	}

	read(bytes: number): void {
		this.#change({ read: this.#run.read + bytes });
	}

	found(result: PairResult, tally?: Tally): void {
		this.#results.push(result);
		if (tally !== undefined) addTally(this.#tally, tally);
		this.#change({});
	}

	end(how: Pick<Run, 'state' | 'error'>): void {
		this.#run = { ...this.#run, ...how };
		this.#draw();
	}

	#change(what: Partial<Run>): void {
		this.#run = { ...this.#run, ...what };
		if (performance.now() - this.#drawn >= DRAW_MS) this.#draw();
	}

	#draw(): void {
		this.#drawn = performance.now();
		this.#run = { ...this.#run, results: [...this.#results], tally: { ...this.#tally } };
		// Another comparison may stand in its place.
		if (this.#signal === current.signal) useRuns.setState({ run: this.#run });
	}
}

async function compare(order: CompareOrder, signal: AbortSignal, progress: Progress): Promise<void> {
	const texts = dialogWords().compare.connections;
	const calls = callsUntil(signal, (bytes) => progress.read(bytes));
	const left = await listedConnections(order.a.capture, signal);
	const right = await listedConnections(order.b.capture, signal);
	const pairs = pairsOf(order, left, right);
	progress.listed(pairs);
	for (const pair of pairs) {
		signal.throwIfAborted();
		const comparison = await comparisonOf(order, pair, calls);
		if (comparison === undefined) {
			progress.found(
				pair.a === undefined
					? { pair, state: 'extra', words: texts.onlySecond }
					: { pair, state: 'missing', words: texts.onlyFirst },
			);
			continue;
		}
		let words: string | undefined;
		for await (const difference of comparison.differences()) words ??= await sentence(comparison, difference);
		const { tally } = comparison;
		progress.found(
			words === undefined ? { pair, state: 'equal', words: equalWords(tally) } : { pair, state: 'different', words },
			tally,
		);
	}
}

function equalWords({ same, bytes }: Tally): string {
	const { noData, equalData } = dialogWords().compare.connections;
	return same === 0 ? noData : equalData(bytes);
}

/** A difference in a sentence, with its first bytes. */
async function sentence(comparison: ConversationComparison, difference: Difference): Promise<string> {
	const phrases = dialogWords().differences;
	const words = phrases.sentence(differenceWords(difference, phrases));
	if (difference.kind !== 'changed') return words;
	const { a, b, aAt, bAt, comparison: bytes } = await comparison.detail(difference);
	return [words, firstByteWords(bytes, a, b, aAt, bAt, phrases)].filter(Boolean).join(' ');
}

/** A difference in words, without its bytes. */
export function differenceWords(difference: Difference, phrases: DialogWords['differences']): string {
	const words = difference.kind === 'end' ? endWords(difference, phrases) : messageWords(difference, phrases);
	return words.charAt(0).toUpperCase() + words.slice(1);
}
