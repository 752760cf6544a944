/** Maximum number of separate kinds; further ones are counted together. */
const MOST = 200;

/** Counts skipped packets by kind. */
export class Skips {
	readonly #counts = new Map<string, number>();

	add(reason: string, packets = 1): void {
		const known = this.#counts.has(reason) || this.#counts.size < MOST;
		const key = known ? reason : 'other kinds';
		this.#counts.set(key, (this.#counts.get(key) ?? 0) + packets);
	}

	/** The most frequent first. */
	list(): { reason: string; packets: number }[] {
		const list = [...this.#counts].map(([reason, packets]) => ({ reason, packets }));
		return list.sort((a, b) => b.packets - a.packets);
	}
}
