import { EVENT_KINDS } from '../../../../common/capture/event.ts';
import { readAddress, readOpenText } from '../../../../common/capture/open-text.ts';
import type { Sentence } from '../../../../common/contract/base/sentence.ts';
import type { MessageOfRow } from '../../../../common/contract/config/listed-messages.ts';
import type { ListEncoder } from './encoder.ts';
import type { FieldCells } from './field-cells.ts';
import type { ListedItem } from './item.ts';
import type { ByteOutput } from './output.ts';
import { IsoTime } from './time.ts';
import { utf8Text } from './utf8-text.ts';

const DATA = EVENT_KINDS.indexOf('data');
/** The system's code in a sentence, as in `ECONNRESET`. */
const ERRNO = /\bE[A-Z][A-Z0-9]+\b/;

/**
 * One JSON object a line (jsonlines.org), with the names of the command line's `--json`, and `n`, the event's position.
 * `data` has `hex`, and `text` as well where it is text in the charset of its endpoint. The text of other events is in `message`, in
 * English; where it has a sentence in other languages, its code and parameters are in `says`. A marked event has
 * `marked`, one with a note `note`. A message has `number`, `reads`, `first` and `begin` as well. `columns` has the values of decoded fields.
 */
export class JsonLinesEncoder implements ListEncoder {
	readonly #output: ByteOutput;
	readonly #time = new IsoTime();
	readonly #names = new Map<string, string>();

	readonly #fields: FieldCells | undefined;

	constructor(output: ByteOutput, fields: FieldCells | undefined) {
		this.#output = output;
		this.#fields = fields;
	}

	begin(): void {
		// Every line is complete in itself.
	}

	item(event: ListedItem): void {
		const output = this.#output;
		output.text(this.#head(event));
		const { content, message } = event;
		if (event.kind === DATA) {
			output.ascii(`,"length":${content.length},"hex":"`);
			output.hex(content);
			const text = utf8Text(content, event.charset);
			if (text !== undefined) {
				output.ascii('","text":"');
				output.json(text);
			}
			output.ascii('"');
			if (message !== undefined) output.ascii(this.#message(message));
			const values = this.#fields?.of(event);
			const columns = this.#fields?.names.map((name, i) => [name, values?.[i] ?? []]);
			if (columns !== undefined) output.text(`,"columns":${JSON.stringify(Object.fromEntries(columns))}`);
			output.ascii('}\n');
			return;
		}
		const more = fieldsOf(event, new TextDecoder().decode(content), event.says);
		output.text(more === '{}' ? '}\n' : `,${more.slice(1)}\n`);
	}

	end(): void {
		// As above.
	}

	/** The common fields, without the closing brace. */
	#head(event: ListedItem): string {
		const { connection, direction } = event;
		const time = this.#time.format(event.time);
		const start = `{"n":${event.n},"time":"${time}","event":"${event.kindName}","endpoint":${this.#name(event.endpoint)}`;
		const subject = connection === 0 ? '' : `,"connection":${connection}`;
		const way = direction === 0 ? '' : `,"direction":"${event.directionName}"`;
		return start + subject + way + this.#mark(event.mark);
	}

	/** A person's mark and note on it. */
	#mark(mark: ListedItem['mark']): string {
		if (!mark) return '';
		const note = mark.note === '' ? '' : `,"note":${JSON.stringify(mark.note)}`;
		return mark.marked ? `,"marked":true${note}` : note;
	}

	/** What a message has beyond an event. */
	#message({ number, reads, first, begin, complete, fault }: MessageOfRow): string {
		const start = `,"number":${number},"reads":${reads},"first":${first},"begin":"${this.#time.format(begin)}"`;
		return `${start}${complete === false ? ',"complete":false' : ''}${fault ? ',"fault":true' : ''}`;
	}

	#name(endpoint: string): string {
		const known = this.#names.get(endpoint) ?? JSON.stringify(endpoint);
		this.#names.set(endpoint, known);
		return known;
	}
}

/** The text of an event other than `data`, as JSON. */
function fieldsOf(event: ListedItem, text: string, says: Sentence | undefined): string {
	const message = { ...(text === '' ? {} : { message: text }), ...(says && { says }) };
	switch (event.kindName) {
		case 'open':
			return JSON.stringify({ ...readOpenText(text, event.directionName === 'out'), ...message });
		case 'listening':
			return JSON.stringify({ ...readAddress(text), ...message });
		case 'error': {
			const errno = ERRNO.exec(text)?.[0];
			return JSON.stringify({ ...(errno === undefined ? {} : { errno }), ...message });
		}
		default:
			return JSON.stringify(message);
	}
}
