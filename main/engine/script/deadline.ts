/**
 * The time limit of a call. Measured by the thread's CPU time, so that a busy machine does not shorten it; queried only
 * when the wall-clock limit has passed.
 */
export class Deadline {
	#wall = Number.POSITIVE_INFINITY;
	#used = 0;
	#limitMs = 0;

	begin(limitMs: number): void {
		this.#limitMs = limitMs;
		this.#used = computedMs();
		this.#wall = performance.now() + limitMs;
	}

	passed(): boolean {
		const now = performance.now();
		if (now < this.#wall) return false;
		const left = this.#limitMs - (computedMs() - this.#used);
		if (left <= 0) return true;
		this.#wall = now + left;
		return false;
	}
}

function computedMs(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}
