import type { Contents } from '../../segments/contents.ts';
import type { EventEncoder } from './encoder.ts';
import type { EventCursor } from './event.ts';
import type { ByteOutput } from './output.ts';

/** The bytes of `data` events, one after the other, with nothing in between. */
export class RawEncoder implements EventEncoder {
	readonly #output: ByteOutput;

	constructor(output: ByteOutput) {
		this.#output = output;
	}

	begin(): void {
		// Only bytes.
	}

	event(event: EventCursor, contents: Contents): void {
		this.#output.bytes(contents.of(event));
	}

	end(): void {
		// As above.
	}
}
