/** Topic messages after which a client reports how many it has processed. */
export const SEEN_EVERY = 4;

/** Topic messages that a client may be behind before state is held back for it: a quarter of a second of a busy capture. */
export const MOST_BEHIND = 16;

/**
 * How far a client is behind with the messages of its topics. Buffers of the system and the browser hold thousands of
 * small ones before the medium counts as congested: a page on a slow machine would show what was true a minute ago. A
 * client that never reports counts as one that keeps up.
 */
export class Pace {
	#sent = 0;
	#seen: number | undefined;

	/** A message was sent. */
	sent(): void {
		this.#sent++;
	}

	/** @param count messages that the client has processed since it was connected. False for a number that cannot be. */
	seen(count: number): boolean {
		if (count > this.#sent || count < (this.#seen ?? 0)) return false;
		this.#seen = count;
		return true;
	}

	get isBehind(): boolean {
		return this.#seen !== undefined && this.#sent - this.#seen >= MOST_BEHIND;
	}
}
