import type { Marks } from '../../../../common/capture/marks.ts';
import type { Contents } from '../../segments/contents.ts';
import { CArrayEncoder } from './c-array.ts';
import { CsvEncoder } from './csv.ts';
import type { EventCursor } from './event.ts';
import { HexDumpEncoder } from './hex-dump.ts';
import { JsonLinesEncoder } from './json-lines.ts';
import type { ExportOrder } from './order.ts';
import type { ByteOutput } from './output.ts';
import { PcapngEncoder } from './pcapng.ts';
import { RawEncoder } from './raw.ts';

/** Writes one format. */
export interface EventEncoder {
	/** Called before the first event. */
	begin(): void;
	event(event: EventCursor, contents: Contents): void;
	/** Called after the last event. */
	end(): void;
}

export function createEncoder(
	{ format, joined }: Pick<ExportOrder, 'format' | 'joined'>,
	output: ByteOutput,
	marks: Marks,
): EventEncoder {
	switch (format) {
		case 'pcapng':
			return new PcapngEncoder(output, marks);
		case 'jsonl':
			return new JsonLinesEncoder(output, marks);
		case 'csv':
			return new CsvEncoder(output, marks);
		case 'text':
			return new HexDumpEncoder(output, marks);
		case 'raw':
			return new RawEncoder(output);
		case 'c':
			return new CArrayEncoder(output, joined);
	}
}
