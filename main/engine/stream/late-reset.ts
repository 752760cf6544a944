import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { NO_BYTES } from '../../../common/framing/index.ts';

/** Milliseconds from a send to each check; the RST takes a round trip. */
const LOOKS_MS = [20, 100, 500, 2500];

/**
 * Detects the RST with which a closed peer answers data sent after its FIN. Node does not read any more by then, and
 * would notice only on the next write; so this makes an empty one, which sends nothing and fails with EPIPE where the
 * RST has arrived. The result is the socket's `error`.
 */
export class LateReset {
	readonly #socket: Socket;
	#timer: NodeJS.Timeout | undefined;

	constructor(socket: Socket) {
		this.#socket = socket;
	}

	/** Data was sent after the peer's FIN. */
	sent(): void {
		// With TLS an empty write is a record, or an error of its own.
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
