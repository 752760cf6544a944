import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { diskError } from '../format/disk-error.ts';
import { SLOT } from '../ring/layout.ts';

const RETRY_MS = 250;

/** The capture is closing and the disk still cannot take the rest. */
export class GaveUp extends Error {
	override readonly name = 'GaveUp';
	readonly info: ErrorInfo;

	constructor(info: ErrorInfo) {
		super(info.message);
		this.info = info;
	}
}

/** Retries an action on the disk until it succeeds, and reports when it starts and stops failing. */
export class DiskRetry {
	readonly #slots: Int32Array;
	readonly #report: (error: ErrorInfo | undefined) => void;
	#failing: string | undefined;
	#shownUntil = 0;

	/** `slots`: the shared header, whose `giveUp` ends the waiting. */
	constructor(slots: Int32Array, report: (error: ErrorInfo | undefined) => void) {
		this.#slots = slots;
		this.#report = report;
	}

	/** True while there is a reported error. */
	get failing(): boolean {
		return this.#failing !== undefined;
	}

	/** Reports a problem for at least this many milliseconds, although actions succeed. */
	show(info: ErrorInfo, milliseconds: number): void {
		this.#tell(info);
		this.#shownUntil = performance.now() + milliseconds;
	}

	/** Throws GaveUp when `giveUp` is set while the action fails. */
	run(action: () => void): void {
		for (;;) {
			try {
				action();
				if (this.#failing === undefined || performance.now() < this.#shownUntil) return;
				this.#report(undefined);
				this.#failing = undefined;
				return;
			} catch (error) {
				const info = diskError(error);
				this.#tell(info);
				this.#shownUntil = 0;
				if (Atomics.load(this.#slots, SLOT.giveUp) !== 0) throw new GaveUp(info);
				Atomics.wait(this.#slots, SLOT.giveUp, 0, RETRY_MS);
			}
		}
	}

	#tell(info: ErrorInfo): void {
		if (this.#failing !== info.message) this.#report(info);
		this.#failing = info.message;
	}
}
