import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { NO_BYTES } from '../../../common/framing/index.ts';

/** Milliseconds from what was sent to each look; its answer takes a round trip. */
const LOOKS_MS = [20, 100, 500, 2500];

/**
 * Finds the RST with which a peer that is gone answers what is sent to it after its FIN. Node reads no more by then, and would be told only by
 * the next write; so an empty one is made, which sends nothing and fails with EPIPE where the RST has come. It is the socket's `error`.
 */
export class LateReset {
	readonly #socket: Socket;
	#timer: NodeJS.Timeout | undefined;

	constructor(socket: Socket) {
		this.#socket = socket;
	}

	/** Something was sent after the peer's FIN. */
	sent(): void {
		// Of TLS an empty write is a record, or an error of its own.
		if (this.#socket instanceof TLSSocket) return;
		this.stop();
		this.#lookIn(0);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#lookIn(look: number): void {
		const at = LOOKS_MS[look];
		if (at === undefined) return;
		this.#timer = setTimeout(
			() => {
				if (!this.#socket.writable) return;
				this.#socket.write(NO_BYTES);
				this.#lookIn(look + 1);
			},
			at - (LOOKS_MS[look - 1] ?? 0),
		);
	}
}
