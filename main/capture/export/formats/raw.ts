import type { Contents } from '../../segments/contents.ts';
import type { EventEncoder } from './encoder.ts';
import type { EventCursor } from './event.ts';
import type { ByteOutput } from './output.ts';

/** The bytes of `data` events, one after the other, and nothing between. */
export class RawEncoder implements EventEncoder {
	readonly #output: ByteOutput;

	constructor(output: ByteOutput) {
		this.#output = output;
	}

	begin(): void {
		// Bytes alone.
	}

	event(event: EventCursor, contents: Contents): void {
		this.#output.bytes(contents.of(event));
	}

	end(): void {
		// As above.
	}
}
