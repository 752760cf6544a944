export { localClient as clientOf } from './local-client.ts';

/** The last message of a topic that sends its whole state each time. */
export class Latest<T> {
	#state: T | undefined;
	readonly #waiting = new Set<() => void>();

	/** To be subscribed: takes a snapshot or a delta. */
	readonly take = (next: T): void => {
		this.#state = next;
		for (const look of [...this.#waiting]) look();
	};

	/** Resolves with what is first found in a state, the present one included. */
	find<R>(look: (state: T) => R | undefined): Promise<R> {
		return new Promise((resolve) => {
			const again = (): void => {
				const found = this.#state === undefined ? undefined : look(this.#state);
				if (found === undefined) return;
				this.#waiting.delete(again);
				resolve(found);
			};
			this.#waiting.add(again);
			again();
		});
	}

	/** Resolves with the first state that satisfies the condition. */
	until(satisfied: (state: T) => boolean): Promise<T> {
		return this.find((state) => (satisfied(state) ? state : undefined));
	}
}
