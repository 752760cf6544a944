import { randomUUID } from 'node:crypto';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { type Binned, purge, unbinCapture } from '../../capture/index.ts';
import { appError } from '../sentences/app-error.ts';

interface Waiting {
	readonly binned: readonly Binned[];
	readonly timer: NodeJS.Timeout;
}

/** Deleted captures that can be restored for a while; then they are deleted for good. */
export class UndoBin {
	readonly #waiting = new Map<string, Waiting>();
	readonly #purging = new Set<Promise<void>>();
	readonly #onFailure: (error: unknown) => void;

	/** `onFailure` is called for those that could not be deleted for good: the next start tries again. */
	constructor(onFailure: (error: unknown) => void) {
		this.#onFailure = onFailure;
	}

	/** Returns the undo id. */
	keep(binned: readonly Binned[]): string {
		const undo = randomUUID();
		const timer = setTimeout(() => this.#purge(undo), LIMITS.undoMs).unref();
		this.#waiting.set(undo, { binned, timer });
		return undo;
	}

	/** Restores them and returns their folders. Rejects with `not-found` when their time is over, and as `unbinCapture`. */
	async restore(undo: string): Promise<string[]> {
		const waiting = this.#take(undo);
		if (!waiting) {
			throw appError('not-found', 'undoIsOver');
		}
		for (const binned of waiting.binned) await unbinCapture(binned);
		return waiting.binned.map(({ folder }) => folder);
	}

	/** Deletes everything for good now. */
	async empty(): Promise<void> {
		for (const undo of [...this.#waiting.keys()]) this.#purge(undo);
		await Promise.all(this.#purging);
	}

	#take(undo: string): Waiting | undefined {
		const waiting = this.#waiting.get(undo);
		if (waiting) clearTimeout(waiting.timer);
		this.#waiting.delete(undo);
		return waiting;
	}

	#purge(undo: string): void {
		const waiting = this.#take(undo);
		if (!waiting) return;
		const purging = Promise.all(waiting.binned.map((binned) => purge(binned)))
			.then(() => undefined, this.#onFailure)
			.finally(() => this.#purging.delete(purging));
		this.#purging.add(purging);
	}
}
