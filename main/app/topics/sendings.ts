import type { Sending } from '../../../common/contract/calls/sending.ts';
import type { Subscriber, TopicRun } from '../../../common/rpc/types.ts';
import type { Engine } from '../../engine/core/types.ts';

/** Milliseconds between two words about what is being sent. */
const PERIOD_MS = 100;

/** Tells how far everything is: at once when something begins or ends, and while something runs from time to time. */
export class SendingsTopic {
	readonly #sendings: Engine['sendings'];
	readonly #listeners = new Map<(state: Sending[]) => void, Subscriber>();
	readonly #stopListening: () => void;
	#timer: NodeJS.Timeout | undefined;

	constructor(sendings: Engine['sendings']) {
		this.#sendings = sendings;
		// A page that sends small messages fast is not to be told of each: what is over within a period is never told.
		this.#stopListening = sendings.onChange(() => this.#arm());
	}

	subscribe(emit: (state: Sending[]) => void, subscriber: Subscriber): TopicRun<Sending[]> {
		this.#listeners.set(emit, subscriber);
		if (this.#sendings.running) this.#arm();
		return { snapshot: this.#sendings.list(), dispose: () => this.#listeners.delete(emit) };
	}

	/** Tells without waiting, so that a command's answer comes after what it did. */
	flush(): void {
		if (this.#timer === undefined) return;
		clearTimeout(this.#timer);
		this.#tick();
	}

	close(): void {
		this.#stopListening();
		clearTimeout(this.#timer);
		this.#listeners.clear();
	}

	#arm(): void {
		if (this.#listeners.size > 0) this.#timer ??= setTimeout(() => this.#tick(), PERIOD_MS);
	}

	#tick(): void {
		this.#timer = undefined;
		const state = this.#sendings.list();
		for (const [emit, subscriber] of [...this.#listeners]) if (!subscriber.congested()) emit(state);
		// Whoever was congested is told with the next.
		const behind = [...this.#listeners.values()].some((subscriber) => subscriber.congested());
		if (behind || this.#sendings.running) this.#arm();
	}
}
