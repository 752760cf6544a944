import type { ListFormat } from '../../../../common/contract/calls/exports.ts';
import { CArrayEncoder } from './c-array.ts';
import { CsvEncoder } from './csv.ts';
import type { EventCursor } from './event.ts';
import type { FieldCells } from './field-cells.ts';
import { HexDumpEncoder } from './hex-dump.ts';
import type { ListedItem } from './item.ts';
import { JsonLinesEncoder } from './json-lines.ts';
import type { ExportOrder } from './order.ts';
import type { ByteOutput } from './output.ts';
import { PcapngEncoder } from './pcapng.ts';
import { RawEncoder } from './raw.ts';

/** Writes one format. */
export interface Encoder<Item> {
	/** Called before the first item. */
	begin(): void;
	/** Writes an item, whose content can be read. */
	item(item: Item): void;
	/** Called after the last item. */
	end(): void;
}

/** One of a format that lists events: it also writes messages in their place. */
export type ListEncoder = Encoder<ListedItem>;

export function createEncoder(
	{ format, joined }: Pick<ExportOrder, 'format' | 'joined'>,
	output: ByteOutput,
	fields: FieldCells | undefined,
): Encoder<EventCursor> {
	switch (format) {
		case 'pcapng':
			return new PcapngEncoder(output);
		case 'jsonl':
		case 'csv':
		case 'text':
			return createListEncoder(format, output, false, fields);
		case 'raw':
			return new RawEncoder(output);
		case 'c':
			return new CArrayEncoder(output, joined);
	}
}

/** `messages`: the items are those of a list of messages. `fields`: decoded ones, for formats that have them. */
export function createListEncoder(
	format: ListFormat,
	output: ByteOutput,
	messages: boolean,
	fields: FieldCells | undefined,
): ListEncoder {
	switch (format) {
		case 'jsonl':
			return new JsonLinesEncoder(output, fields);
		case 'csv':
			return new CsvEncoder(output, messages, fields);
		case 'text':
			return new HexDumpEncoder(output);
	}
}
