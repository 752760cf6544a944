import type { Encoder } from './encoder.ts';
import type { EventCursor } from './event.ts';
import type { ByteOutput } from './output.ts';

/** The bytes of `data` events, one after the other, with nothing in between. */
export class RawEncoder implements Encoder<EventCursor> {
	readonly #output: ByteOutput;

	constructor(output: ByteOutput) {
		this.#output = output;
	}

	begin(): void {
		// Only bytes.
	}

	item(event: EventCursor): void {
		this.#output.bytes(event.content);
	}

	end(): void {
		// As above.
	}
}
