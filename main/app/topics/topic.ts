import type { Subscriber, TopicRun } from '../../../common/rpc/types.ts';

/** After deltas that took long to make, the process gets this many times as long before the next. */
const BREATHER = 5;

/** What a topic is made of. `Key` names what can change by itself. */
export interface TopicSource<Snapshot, Delta, Key> {
	/** The whole state, for a new subscriber. */
	snapshot(): Snapshot;
	/**
	 * The next delta of one subscriber, if there is something to send. Takes what it covers out of `keys`, which have changed
	 * since his last one; what it leaves comes with the next.
	 */
	delta(keys: Set<Key>): Delta | undefined;
	/** Milliseconds between two deltas, at least. */
	readonly periodMs: number;
	/** Milliseconds from a change to its delta, at least. Default `periodMs`; 0: the first change after a quiet time goes out at once. */
	readonly firstMs?: number;
	/** Called with the first subscriber, and what it returns behind the last. */
	readonly start?: () => () => void;
	/** Keys that have changed since it was called last, where the source collects them. */
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
 * Sends a snapshot to each subscriber, then deltas: however often something changes in a period, it goes out once. Who does not
 * keep up gets less often what is the latest then. Timers run only while something is to be sent to somebody.
 */
export class Topic<Snapshot, Delta = Snapshot, Key = true> {
	readonly #source: TopicSource<Snapshot, Delta, Key>;
	readonly #all = new Set<Listening<Delta, Key>>();
	#stop: (() => void) | undefined;
	#timer: NodeJS.Timeout | undefined;
	/** When the timer fires, and before when no delta goes out; `performance.now()`. */
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

	/** This has changed: it goes out in `inMs` at the earliest, default `firstMs`. */
	changed(key: Key, inMs?: number): void {
		for (const { keys } of this.#all) keys.add(key);
		this.wake(inMs);
	}

	/** Something that `take` gives has changed. */
	wake(inMs: number = this.#source.firstMs ?? this.#source.periodMs): void {
		if (this.#all.size === 0) return;
		const now = performance.now();
		const due = Math.max(now + inMs, this.#earliest);
		if (this.#timer !== undefined && this.#due <= due) return;
		clearTimeout(this.#timer);
		this.#due = due;
		this.#timer = setTimeout(() => this.#send(), due - now);
	}

	/** Sends what has changed without waiting, so that a command's answer comes after what it did. */
	flush(): void {
		if (this.#timer !== undefined) this.#send();
	}

	/** This has changed, and goes out at once. */
	tell(key: Key): void {
		if (this.#all.size === 0) return;
		for (const { keys } of this.#all) keys.add(key);
		this.#send();
	}

	/** Sends nothing more. */
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

/** For topics of which each delta is the whole state. */
export function wholeState<State>(state: () => State) {
	return {
		snapshot: state,
		delta: (keys: Set<true>): State => {
			keys.clear();
			return state();
		},
	};
}
