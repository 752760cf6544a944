/** A report is made again after this many times the time that the last one took at the earliest. */
const REST = 10;

/** Makes reports not too often, and always the last one: a costly report is made less often. */
export class Paced {
	readonly #apart: number;
	readonly #report: () => void;
	#next = Number.NEGATIVE_INFINITY;
	#timer: NodeJS.Timeout | undefined;

	/** @param apart ms between two reports */
	constructor(apart: number, report: () => void) {
		this.#apart = apart;
		this.#report = report;
	}

	/** Something has changed: reports it now, or later. */
	ask(): void {
		const rest = this.#next - performance.now();
		if (rest <= 0) this.#now();
		else this.#timer ??= setTimeout(() => this.#now(), rest);
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	#now(): void {
		this.stop();
		const begin = performance.now();
		this.#report();
		const end = performance.now();
		this.#next = end + Math.max(this.#apart, REST * (end - begin));
	}
}
