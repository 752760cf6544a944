import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { type FollowRun, followCapture } from '../../capture/index.ts';
import type { Capture } from '../../capture/types.ts';

/** Bytes of the capture that may wait for the reader before sockets wait. */
const HIGH_WATER = 32 << 20;

export interface LivePipeOptions {
	/** Writes bytes to the reader; the next follow when the promise has resolved. */
	readonly write: (chunk: Uint8Array) => Promise<void>;
	/** The reader has become too slow, or has caught up. */
	readonly onSlow?: (slow: boolean) => void;
}

/**
 * Pipes a capture to a reader while it is written: one pcapng section from the first byte. It reads the files, so that
 * nothing is lost with a slow reader; a reader that is far behind makes TCP sockets wait.
 */
export class LivePipe {
	readonly #options: LivePipeOptions;
	readonly #listeners = new Set<() => void>();
	#capture: Capture | undefined;
	#run: FollowRun | undefined;
	/** Bytes on disk that are not piped: indexes, and the parts repeated in each segment. */
	#apart = 0;
	#saturated = false;

	constructor(options: LivePipeOptions) {
		this.#options = options;
	}

	/** Starts; `prune` removes the capture's segments once they are piped. */
	attach(capture: Capture, prune: boolean): void {
		this.#capture = capture;
		this.#run = followCapture({ folder: capture.folder, prune }, async (chunk) => {
			await this.#options.write(chunk);
			this.#look();
		});
		capture.onProgress(() => this.#look());
		this.#look();
	}

	/** Whether so much waits for the reader that sockets should wait. */
	get saturated(): boolean {
		return this.#saturated;
	}

	/** Calls back each time the reader has caught up. Returns a function that removes the listener. */
	onRelief(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** The reader has closed: nothing is read for it any more, and nothing waits for it. */
	abandon(): void {
		this.#run?.cancel();
		this.#run = undefined;
		this.#settle(false);
	}

	/** Call after the capture is closed: resolves when the reader has all of it, or with the error. */
	async finish(): Promise<ErrorInfo | undefined> {
		const run = this.#run;
		if (!run || !this.#capture) return undefined;
		run.finish(this.#capture.counters().stored);
		const end = await run.end;
		return end.state === 'failed' ? end.error : undefined;
	}

	#look(): void {
		const run = this.#run;
		if (!run || !this.#capture) return;
		const { stored, size } = this.#capture.counters();
		run.grow(stored);
		const ahead = size - run.left;
		if (run.position >= stored) this.#apart = ahead;
		const behind = ahead - this.#apart;
		if (behind > HIGH_WATER) this.#settle(true);
		else if (behind < HIGH_WATER / 2) this.#settle(false);
	}

	#settle(saturated: boolean): void {
		if (saturated === this.#saturated) return;
		this.#saturated = saturated;
		this.#options.onSlow?.(saturated);
		if (!saturated) for (const listener of [...this.#listeners]) listener();
	}
}
