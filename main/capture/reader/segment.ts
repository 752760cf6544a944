import { basename } from 'node:path';
import type { EndpointKind } from '../../../common/contract/endpoint.ts';
import { INDEX_HEADER_BYTES, INDEX_ROW_BYTES, type IndexRow, parseIndexHeader, parseIndexRow } from '../index-file.ts';
import { parseRun, type RunFramings } from '../names.ts';
import { BLOCK, PcapngError } from '../pcapng/format.ts';
import { parseBlock, parseInterface } from '../pcapng/parse.ts';
import { PositionedFile } from './file.ts';
import type { SegmentPlace } from './places.ts';

/** What a row needs to know of its interface. */
export interface KnownInterface {
	readonly endpoint: string;
	readonly kind: EndpointKind;
	readonly linkType: number;
	/** As the endpoint cut messages, where that is known. */
	readonly framings?: RunFramings;
}

/** An interface description with its longest name and description fits in this. */
const INTERFACE_BYTES = 132 << 10;

/** One segment and its index, open for reading. */
export class SegmentReader {
	readonly number: number;
	/** Position in the capture of its first event. */
	readonly first: number;
	/** Its bytes: positions count from where the segment begins in its file. */
	readonly data: PositionedFile;
	readonly #index: PositionedFile;
	readonly #interfaces = new Map<number, KnownInterface>();

	/** `shift` as in CaptureFolder. Throws Node's errors, or PcapngError when the index is not one. */
	constructor({ number, data, index }: SegmentPlace, shift: number) {
		this.number = number;
		this.#index = new PositionedFile(index);
		const header = parseIndexHeader(this.#index.read(0, INDEX_HEADER_BYTES));
		if (header === undefined) {
			this.#index.close();
			throw new PcapngError(0, `${basename(index)} is not the index of a capture.`);
		}
		this.first = header.first - shift;
		try {
			this.data = new PositionedFile(data, header.base);
		} catch (error) {
			this.#index.close();
			throw error;
		}
	}

	/** Whole rows in the index now. */
	get count(): number {
		return Math.max(0, Math.floor((this.#index.size - INDEX_HEADER_BYTES) / INDEX_ROW_BYTES));
	}

	/** Index rows from position `from` of this segment. */
	rows(from: number, count: number): IndexRow[] {
		const bytes = this.rowBytes(from, count);
		const rows: IndexRow[] = [];
		for (let at = 0; at + INDEX_ROW_BYTES <= bytes.length; at += INDEX_ROW_BYTES) rows.push(parseIndexRow(bytes, at));
		return rows;
	}

	/** The same rows as they stand in the file; whole ones only. Read into `memory`, if that is given: it has room for all. */
	rowBytes(from: number, count: number, memory?: Uint8Array): Uint8Array {
		const [place, length] = [INDEX_HEADER_BYTES + from * INDEX_ROW_BYTES, count * INDEX_ROW_BYTES];
		const target = memory?.subarray(0, length);
		const bytes = target ? target.subarray(0, this.#index.readInto(target, place)) : this.#index.read(place, length);
		return bytes.subarray(0, bytes.length - (bytes.length % INDEX_ROW_BYTES));
	}

	/** The interface whose description lies at `offset`. */
	interfaceAt(offset: number): KnownInterface {
		const known = this.#interfaces.get(offset);
		if (known) return known;
		const bytes = this.data.read(offset, INTERFACE_BYTES);
		const place = parseBlock(bytes, 0, offset);
		if (place?.type !== BLOCK.interface) throw new PcapngError(offset, 'The index points at no interface description.');
		const { linkType, name, description } = parseInterface(bytes, place, offset);
		const { name: endpoint, kind, framings } = parseRun(description, name);
		const found = { endpoint, kind, linkType, ...(framings === undefined ? {} : { framings }) };
		this.#interfaces.set(offset, found);
		return found;
	}

	close(): void {
		this.data.close();
		this.#index.close();
	}
}
