import { EVENT_KINDS } from '../../../../common/capture/event.ts';
import type { MessageOfRow } from '../../../../common/contract/config/listed-messages.ts';
import type { ListEncoder } from './encoder.ts';
import type { FieldCells } from './field-cells.ts';
import type { ListedItem } from './item.ts';
import type { ByteOutput } from './output.ts';
import { IsoTime } from './time.ts';
import { utf8Text } from './utf8-text.ts';

const DATA = EVENT_KINDS.indexOf('data');
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const NUL = 0;
/** The columns. `text` is the payload of `data` where it is text in the charset of its endpoint, and the text of other events; `marked` is `yes` or empty. */
const HEADER = 'n,time,event,endpoint,connection,direction,length,hex,text,marked,note';
/** Those that messages add; empty for other events. `complete` is `no` or empty, `fault` is `yes` or empty. */
const OF_MESSAGES = ',number,reads,first,begin,complete,fault';
const LINE_END = '\r\n';
/**
 * A spreadsheet may interpret a cell that starts with one of these as a formula, and run it: `= + - @`, tab, line ends,
 * and the wide forms of the first four. Such a cell gets an apostrophe in front, and so does one that starts with an
 * apostrophe: removing one leading apostrophe from each such cell restores the text.
 */
const RISKY = /^['=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A name of a field as a cell: those with other characters than usual have quotes of their own. */
function quoted(name: string): string {
	return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

/** Comma-separated values (RFC 4180), in UTF-8 without a byte order mark. */
export class CsvEncoder implements ListEncoder {
	readonly #output: ByteOutput;
	readonly #messages: boolean;
	readonly #fields: FieldCells | undefined;
	readonly #time = new IsoTime();
	readonly #names = new Map<string, string>();

	/** `messages`: with the columns of messages. `fields`: decoded ones, whose columns are the last. */
	constructor(output: ByteOutput, messages: boolean, fields: FieldCells | undefined) {
		this.#fields = fields;
		this.#output = output;
		this.#messages = messages;
	}

	begin(): void {
		const fields = (this.#fields?.names ?? []).map((name) => `,${quoted(name)}`);
		this.#output.text(`${HEADER}${this.#messages ? OF_MESSAGES : ''}${fields.join('')}${LINE_END}`);
	}

	item(event: ListedItem): void {
		const output = this.#output;
		const isData = event.kind === DATA;
		const connection = event.connection === 0 ? '' : event.connection;
		const direction = event.direction === 0 ? '' : event.directionName;
		const start = `${event.n},${this.#time.format(event.time)},${event.kindName},${this.#name(event.endpoint)}`;
		output.text(`${start},${connection},${direction},${isData ? event.length : ''},`);
		const { content, mark } = event;
		if (isData) output.hex(content);
		output.ascii(',');
		// Programs that read cells as C strings would cut them at a NUL: those are only in `hex`.
		const text = isData ? utf8Text(content, event.charset) : content;
		if (text !== undefined && (!isData || !text.includes(NUL))) this.#cell(text);
		output.ascii(mark?.marked ? ',yes,' : ',,');
		if (mark) this.#cell(Buffer.from(mark.note));
		if (this.#messages) output.ascii(this.#message(event.message));
		if (this.#fields !== undefined) this.#fieldCells(this.#fields, event);
		output.ascii(LINE_END);
	}

	end(): void {
		// Every row is complete in itself.
	}

	/** Several values of a field have `, ` between them. */
	#fieldCells(fields: FieldCells, event: ListedItem): void {
		const cells = fields.of(event);
		for (const [i] of fields.names.entries()) {
			this.#output.ascii(',');
			this.#cell(Buffer.from((cells?.[i] ?? []).join(', ')));
		}
	}

	#message(message: MessageOfRow | undefined): string {
		if (message === undefined) return ',,,,,,';
		const { number, reads, first, begin, complete, fault } = message;
		const state = `${complete === false ? 'no' : ''},${fault ? 'yes' : ''}`;
		return `,${number},${reads},${first},${this.#time.format(begin)},${state}`;
	}

	#cell(text: Uint8Array): void {
		if (text.length === 0) return;
		const output = this.#output;
		output.byte(QUOTE);
		if (RISKY.test(Buffer.from(text.buffer, text.byteOffset, Math.min(3, text.length)).toString())) {
			output.byte(APOSTROPHE);
		}
		output.doubling(text, QUOTE);
		output.byte(QUOTE);
	}

	#name(endpoint: string): string {
		const quoted = endpoint.replaceAll('"', '""');
		const known = this.#names.get(endpoint) ?? `"${RISKY.test(endpoint) ? `'${quoted}` : quoted}"`;
		this.#names.set(endpoint, known);
		return known;
	}
}
