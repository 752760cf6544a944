import type { Effect, FromThread } from './messages.ts';
import { Packer } from './packer.ts';

/** Size of a batch, in bytes, effects and milliseconds. */
const BATCH_BYTES = 256 * 1024;
const BATCH_EFFECTS = 1024;
const BATCH_MS = 5;

/** Effects for the sockets, in batches. */
export class Outgoing {
	readonly #post: (message: FromThread, transfer: ArrayBuffer[]) => void;
	readonly #packer = new Packer();
	#effects: Effect[] = [];
	#since = 0;

	constructor(post: (message: FromThread, transfer: ArrayBuffer[]) => void) {
		this.#post = post;
	}

	/** `bytes` to send; their range is set here. */
	add(effect: Effect, bytes: Uint8Array | undefined): void {
		const now = performance.now();
		if (this.#effects.length === 0) this.#since = now;
		const placed = effect.does === 'send' && bytes ? { ...effect, at: this.#packer.add(bytes) } : effect;
		this.#effects.push(placed);
		const full = this.#packer.length > BATCH_BYTES || this.#effects.length > BATCH_EFFECTS;
		if (full || now - this.#since > BATCH_MS) this.flush();
	}

	flush(): void {
		if (this.#effects.length === 0) return;
		const bytes = this.#packer.take();
		this.#post({ kind: 'effects', effects: this.#effects, bytes }, [bytes.buffer]);
		this.#effects = [];
	}
}
