import type { DirectionState } from './direction.ts';

/** The current messages that a silence ends, and when. */
export class Silences {
	/** By key, in the order in which they end, for each length of a silence in ms. */
	readonly #running = new Map<number, Map<number, DirectionState>>();

	/** Bytes of a direction have arrived. */
	heard(key: number, state: DirectionState): void {
		const { ends, length } = state;
		if (ends?.idleMs === undefined) return;
		const running = this.#running.get(ends.idleMs) ?? new Map<number, DirectionState>();
		this.#running.set(ends.idleMs, running);
		running.delete(key);
		if (length > 0) running.set(key, state);
	}

	/** A direction is over. */
	forget(key: number): void {
		for (const running of this.#running.values()) running.delete(key);
	}

	clear(): void {
		this.#running.clear();
	}

	/** When the next one ends, in ms since 1970; Infinity where none is open. */
	get next(): number {
		let next = Number.POSITIVE_INFINITY;
		for (const running of this.#running.values()) {
			for (const { ends } of running.values()) {
				next = Math.min(next, ends?.silentAt ?? next);
				break;
			}
		}
		return next;
	}

	/** Takes those that have ended by a time in ms since 1970, in the order of their ends. */
	take(ms: number): DirectionState[] {
		const ended: { readonly key: number; readonly at: number; readonly state: DirectionState }[] = [];
		for (const running of this.#running.values()) {
			for (const [key, state] of running) {
				const at = state.ends?.silentAt ?? Number.POSITIVE_INFINITY;
				if (at > ms) break;
				ended.push({ key, at, state });
				running.delete(key);
			}
		}
		return ended.sort((one, other) => one.at - other.at || one.key - other.key).map(({ state }) => state);
	}
}
