import type { Subscriber, TopicRun } from '../../../common/rpc/types.ts';

/** After deltas that took long to build, the process gets this many times as long before the next. */
const BREATHER = 5;

/** The parts of a topic. `Key` identifies an item that can change separately. */
export interface TopicSource<Snapshot, Delta, Key> {
	/** The whole state, for a new subscriber. */
	snapshot(): Snapshot;
	/**
	 * The next delta of one subscriber, if there are changes. Removes the sent ones from `keys`, the changes since its
	 * last delta; the others follow with the next.
	 */
	delta(keys: Set<Key>): Delta | undefined;
	/** Minimum milliseconds between two deltas. */
	readonly periodMs: number;
	/** Minimum milliseconds from a change to its delta. Default `periodMs`; 0: the first change after a pause is sent at once. */
	readonly firstMs?: number;
	/** Called with the first subscriber; its result is called after the last. */
	readonly start?: () => () => void;
	/** Keys that have changed since the last call, where the source collects them. */
	readonly take?: () => Iterable<Key>;
	/** Called after deltas. */
	readonly after?: () => void;
}

interface Listening<Delta, Key> {
	readonly emit: (delta: Delta) => void;
	readonly subscriber: Subscriber;
	readonly keys: Set<Key>;
}

const KEEPS_UP: Subscriber = { congested: () => false };

/**
 * Sends a snapshot to each subscriber, then deltas: each change is sent once per period. A slow subscriber gets fewer
 * deltas with the latest state. Timers run only while changes are pending.
 */
export class Topic<Snapshot, Delta = Snapshot, Key = true> {
	readonly #source: TopicSource<Snapshot, Delta, Key>;
	readonly #all = new Set<Listening<Delta, Key>>();
	#stop: (() => void) | undefined;
	#timer: NodeJS.Timeout | undefined;
	/** The timer's due time, before which no delta is sent; `performance.now()`. */
	#due = 0;
	#earliest = 0;

	constructor(source: TopicSource<Snapshot, Delta, Key>) {
		this.#source = source;
	}

	subscribe(emit: (delta: Delta) => void, subscriber: Subscriber = KEEPS_UP): TopicRun<Snapshot> {
		// Changes before the snapshot are in it, but not yet sent to the others.
		this.#take();
		if (this.#isLeft()) this.wake();
		const one = { emit, subscriber, keys: new Set<Key>() };
		this.#all.add(one);
		this.#stop ??= this.#source.start?.();
		return {
			snapshot: this.#source.snapshot(),
			dispose: () => {
				this.#all.delete(one);
				if (this.#all.size === 0) this.close();
			},
		};
	}

	/** Records a change: it is sent in `inMs` at the earliest, default `firstMs`. */
	changed(key: Key, inMs?: number): void {
		for (const { keys } of this.#all) keys.add(key);
		this.wake(inMs);
	}

	/** Records a change of an item that `take` returns. */
	wake(inMs: number = this.#source.firstMs ?? this.#source.periodMs): void {
		if (this.#all.size === 0) return;
		const now = performance.now();
		const due = Math.max(now + inMs, this.#earliest);
		if (this.#timer !== undefined && this.#due <= due) return;
		clearTimeout(this.#timer);
		this.#due = due;
		this.#timer = setTimeout(() => this.#send(), due - now);
	}

	/** Sends changes at once, so that a command's answer follows its effect. */
	flush(): void {
		if (this.#timer !== undefined) this.#send();
	}

	/** Records a change and sends it at once. */
	tell(key: Key): void {
		if (this.#all.size === 0) return;
		for (const { keys } of this.#all) keys.add(key);
		this.#send();
	}

	/** Stops sending. */
	close(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#all.clear();
		this.#stop?.();
		this.#stop = undefined;
	}

	#send(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const began = performance.now();
		this.#take();
		for (const { emit, subscriber, keys } of [...this.#all]) {
			if (keys.size === 0 || subscriber.congested()) continue;
			const delta = this.#source.delta(keys);
			if (delta !== undefined) emit(delta);
		}
		const ended = performance.now();
		this.#earliest = ended + Math.max(this.#source.periodMs, (ended - began) * BREATHER);
		if (this.#isLeft()) this.wake();
		this.#source.after?.();
	}

	#take(): void {
		for (const key of this.#source.take?.() ?? []) for (const { keys } of this.#all) keys.add(key);
	}

	#isLeft(): boolean {
		return [...this.#all].some(({ keys }) => keys.size > 0);
	}
}

/** For topics whose deltas are the whole state. */
export function wholeState<State>(state: () => State) {
	return {
		snapshot: state,
		delta: (keys: Set<true>): State => {
			keys.clear();
			return state();
		},
	};
}
