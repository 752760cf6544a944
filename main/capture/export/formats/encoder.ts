import type { ExportFormat } from '../../../../common/contract/exports.ts';
import type { Contents } from '../../reader/contents.ts';
import type { EventCursor } from '../event.ts';
import type { ByteOutput } from '../output.ts';
import { CArrayEncoder } from './c-array.ts';
import { CsvEncoder } from './csv.ts';
import { HexDumpEncoder } from './hex-dump.ts';
import { JsonLinesEncoder } from './json-lines.ts';
import { PcapngEncoder } from './pcapng.ts';
import { RawEncoder } from './raw.ts';

/** Writes one format. */
export interface EventEncoder {
	/** Before the first event. */
	begin(): void;
	event(event: EventCursor, contents: Contents): void;
	/** After the last. */
	end(): void;
}

export function createEncoder(format: ExportFormat, output: ByteOutput, joined: boolean): EventEncoder {
	switch (format) {
		case 'pcapng':
			return new PcapngEncoder(output);
		case 'jsonl':
			return new JsonLinesEncoder(output);
		case 'csv':
			return new CsvEncoder(output);
		case 'text':
			return new HexDumpEncoder(output);
		case 'raw':
			return new RawEncoder(output);
		case 'c':
			return new CArrayEncoder(output, joined);
	}
}
