import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { TopicParsed, TopicSnapshot } from '../../../common/contract/index.ts';
import type { KnownProtocols } from '../../../common/filter/index.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { captureError } from '../sentences/capture-error.ts';
import type { ReaderTopic } from './contract.ts';
import type { ReaderThread } from './reader-thread.ts';
import { STARTS } from './starts.ts';

interface Follow {
	begin(reader: ReaderThread): void;
	/** The capture is left: ends, or restarts with the next reader. */
	move(reader: ReaderThread): void;
	fail(error: ErrorInfo): void;
}

/** What the states of topics have in common; searches count otherwise. */
interface Progress {
	readonly scanned?: number;
	readonly stored?: number;
	readonly error?: ErrorInfo | undefined;
}

const LEFT: ErrorInfo = captureError('closed', 'searchedClosed').toInfo();

/**
 * False for the first state of a reader that has scanned nothing yet of what is stored: a report follows, and what the
 * follower shows of an earlier question would only disappear until then.
 */
function isWorthReporting({ scanned, stored = 0, error }: Progress): boolean {
	return scanned !== 0 || stored === 0 || error !== undefined;
}

/** The subscriptions to one capture; they move to the reader of the next. Listens to the capture only while there are any. */
export class Follows {
	#reader: ReaderThread;
	readonly #onProgress: (listener: () => void) => () => void;
	readonly #known: () => KnownProtocols;
	#stopListening: (() => void) | undefined;
	readonly #all = new Set<Follow>();

	/** @param known what filters can name at present */
	constructor(reader: ReaderThread, onProgress: (listener: () => void) => () => void, known: () => KnownProtocols) {
		this.#reader = reader;
		this.#onProgress = onProgress;
		this.#known = known;
	}

	start<T extends ReaderTopic>(
		topic: T,
		params: TopicParsed<T>,
		listener: (state: TopicSnapshot<T>) => void,
	): TopicRun<TopicSnapshot<T>> {
		const { check, nothing, isOver, left } = STARTS[topic];
		check?.(params, this.#known());
		let state = nothing(this.#reader.stored());
		let unsubscribe = (): void => undefined;
		const drop = (): void => {
			unsubscribe();
			this.#drop(follow);
		};
		const set = (next: TopicSnapshot<T>): void => {
			state = next;
			if (isOver?.(next)) drop();
			listener(next);
		};
		const fail = (error: ErrorInfo): void => set(left ? left(state, error) : { ...state, error });
		const follow: Follow = {
			begin: (reader) => {
				unsubscribe = reader.subscribe(topic, params, {
					onSnapshot: (first) => {
						if (isWorthReporting(first)) set(first);
					},
					onDelta: set,
					onError: (error) => fail(error.toInfo()),
				});
			},
			move: (reader) => {
				unsubscribe();
				if (left) {
					fail(LEFT);
					return;
				}
				set(nothing(reader.stored()));
				follow.begin(reader);
			},
			fail,
		};
		this.#all.add(follow);
		this.#stopListening ??= this.#onProgress(() => this.#reader.grow());
		follow.begin(this.#reader);
		return { snapshot: state, dispose: drop };
	}

	/** Another capture is read. */
	moveTo(reader: ReaderThread): void {
		this.#reader = reader;
		for (const follow of [...this.#all]) follow.move(reader);
	}

	/** The reader has ended. */
	fail(error: ErrorInfo): void {
		for (const follow of [...this.#all]) follow.fail(error);
	}

	#drop(follow: Follow): void {
		if (!this.#all.delete(follow) || this.#all.size > 0) return;
		this.#stopListening?.();
		this.#stopListening = undefined;
	}
}
