import type { Encoder } from './encoder.ts';
import type { EventCursor } from './event.ts';
import type { ByteOutput } from './output.ts';
import { IsoTime } from './time.ts';

const WIDTH = 12;
/** The text of a byte in an array; its digits are filled in. */
const CELL = '0x00, ';
const HEX = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const LINE_END = 0x0a;
const SPACE = 0x20;

/**
 * The bytes of `data` events as C: an array for each event, or one for all of them, and its length. C has no empty
 * arrays: without bytes the length is 0 and the array contains one zero.
 */
export class CArrayEncoder implements Encoder<EventCursor> {
	readonly #output: ByteOutput;
	readonly #joined: boolean;
	readonly #time = new IsoTime();
	readonly #row = new TextEncoder().encode(`\t${CELL.repeat(WIDTH)}`);
	#total = 0;

	constructor(output: ByteOutput, joined: boolean) {
		this.#output = output;
		this.#joined = joined;
	}

	begin(): void {
		this.#output.ascii('/* Bytes of a Wirebench capture. */\n');
		if (this.#joined) this.#open('wirebench_data');
	}

	item(event: EventCursor): void {
		const bytes = event.content;
		const name = `wirebench_event_${event.n}`;
		const what = `event ${event.n}, ${this.#time.format(event.time)}, connection ${event.connection}, ${event.directionName}`;
		this.#output.ascii(`${this.#joined ? '\t' : '\n'}/* ${what} */\n`);
		if (!this.#joined) this.#open(name);
		this.#rows(bytes);
		if (!this.#joined) this.#close(name, bytes.length);
		this.#total += bytes.length;
	}

	end(): void {
		if (this.#joined) this.#close('wirebench_data', this.#total);
	}

	#open(name: string): void {
		this.#output.ascii(`static const unsigned char ${name}[] = {\n`);
	}

	#close(name: string, length: number): void {
		this.#output.ascii(`${length === 0 ? '\t0x00\n' : ''}};\n#define ${name.toUpperCase()}_LENGTH ${length}UL\n`);
	}

	#rows(bytes: Uint8Array): void {
		const row = this.#row;
		for (let at = 0; at < bytes.length; at += WIDTH) {
			const end = Math.min(bytes.length, at + WIDTH);
			let to = 1;
			for (let i = at; i < end; i++) {
				const byte = bytes[i] ?? 0;
				row[to + 2] = HEX[byte >> 4] ?? 0;
				row[to + 3] = HEX[byte & 15] ?? 0;
				to += CELL.length;
			}
			// A line end instead of the blank after the last.
			const blank = to - 1;
			row[blank] = LINE_END;
			this.#output.bytes(row.subarray(0, to));
			row[blank] = SPACE;
		}
	}
}
