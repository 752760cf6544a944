const SECOND = 1_000_000_000n;

/** Nanoseconds since 1970 as ISO 8601 in UTC, as in `2026-11-21T05:30:28.123456789Z`. Caches the last second. */
export class IsoTime {
	#second = -1n;
	#text = '';

	format(time: bigint): string {
		const second = time / SECOND;
		if (second !== this.#second) {
			this.#second = second;
			this.#text = new Date(Number(second) * 1000).toISOString().slice(0, -4);
		}
		return `${this.#text}${String(time - second * SECOND).padStart(9, '0')}Z`;
	}
}
