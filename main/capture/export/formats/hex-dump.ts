import { EVENT_KINDS } from '../../../../common/capture/event.ts';
import type { MessageOfRow } from '../../../../common/contract/config/listed-messages.ts';
import { formatBytes } from '../../../../common/payload/index.ts';
import { formatComment } from '../../format/comment.ts';
import type { ListEncoder } from './encoder.ts';
import type { ListedItem } from './item.ts';
import type { ByteOutput } from './output.ts';
import { IsoTime } from './time.ts';

const DATA = EVENT_KINDS.indexOf('data');
const WIDTH = 16;
const SPACE = 0x20;
const BAR = 0x7c;
const DOT = 0x2e;
const LINE_END = 0x0a;
const HEX = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
/** Offset, two blanks, three columns a byte and one in the middle, two blanks; then characters between bars, and a line end. */
const CHARACTERS_AT = 8 + 2 + WIDTH * 3 + 2;
const LINE_BYTES = CHARACTERS_AT + WIDTH + 3;

/**
 * Text for people: a head line for each event, its bytes below it as offset, hex and ASCII. The head has position,
 * time, the endpoint's name as JSON, and the text of the capture's packet comment; unprintable characters are escaped,
 * so that the head stays one line.
 */
export class HexDumpEncoder implements ListEncoder {
	readonly #output: ByteOutput;
	readonly #time = new IsoTime();
	readonly #line = new Uint8Array(LINE_BYTES);

	constructor(output: ByteOutput) {
		this.#output = output;
	}

	begin(): void {
		// There is no heading.
	}

	item(event: ListedItem): void {
		const { content, message } = event;
		const { connection, kindName: kind, directionName: direction } = event;
		const isData = event.kind === DATA;
		const text = isData ? bytesOf(content.length) : formatBytes(content, 'escaped');
		const what = formatComment({ connection, kind, direction, text });
		this.#output.text(`${event.n} ${this.#time.format(event.time)} ${JSON.stringify(event.endpoint)} ${what}\n`);
		if (message !== undefined) this.#output.ascii(messageLine(message));
		this.#mark(event.mark);
		if (isData) this.#dump(content);
	}

	end(): void {
		// As above.
	}

	/** The mark and note, in separate lines. */
	#mark(mark: ListedItem['mark']): void {
		if (mark?.marked) this.#output.ascii('marked\n');
		if (mark && mark.note !== '') this.#output.text(`note: ${formatBytes(Buffer.from(mark.note), 'escaped')}\n`);
	}

	#dump(bytes: Uint8Array): void {
		const line = this.#line;
		for (let at = 0; at < bytes.length; at += WIDTH) {
			const end = Math.min(bytes.length, at + WIDTH);
			for (let digit = 0; digit < 8; digit++) line[digit] = HEX[(at >>> (28 - digit * 4)) & 15] ?? 0;
			line.fill(SPACE, 8, CHARACTERS_AT);
			let hex = 10;
			let character = CHARACTERS_AT;
			line[character++] = BAR;
			for (let i = at; i < end; i++) {
				const byte = bytes[i] ?? 0;
				line[hex] = HEX[byte >> 4] ?? 0;
				line[hex + 1] = HEX[byte & 15] ?? 0;
				hex += i - at === WIDTH / 2 - 1 ? 4 : 3;
				line[character++] = byte >= 0x20 && byte < 0x7f ? byte : DOT;
			}
			line[character++] = BAR;
			line[character++] = LINE_END;
			this.#output.bytes(line.subarray(0, character));
		}
	}
}

/** Where the message begins, in a line of its own. */
function messageLine({ number, reads, first, complete, fault }: MessageOfRow): string {
	const state = `${complete === false ? ', incomplete' : ''}${fault ? ', against the framing' : ''}`;
	return `message ${number}: ${reads === 1 ? '1 read' : `${reads} reads`} from event ${first}${state}\n`;
}

function bytesOf(length: number): string {
	return length === 1 ? '1 byte' : `${length} bytes`;
}
