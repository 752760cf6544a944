import { DIRECTIONS, EVENT_KINDS } from '../../../common/capture/event.ts';
import { GOES_ON } from '../comment.ts';
import { INDEX_ROW_BYTES, writeIndexRow } from '../index-file.ts';
import { APPLICATION, LINK, NotOursError } from '../pcapng/format.ts';
import { parseInterface, parseSection } from '../pcapng/parse.ts';
import type { BlockWalk } from './blocks.ts';
import { ScannedPacket } from './packet.ts';

const DATA = EVENT_KINDS.indexOf('data');
const ROWS_PER_WRITE = 8192;
/** Offsets in an index are 32-bit. */
const MAX_SECTION_BYTES = 2 ** 32;
/** Nanoseconds: what every interface of ours has for its resolution. */
const NANOSECONDS = 9;

/** A row being made; offsets count from the section's start. */
class DraftRow {
	timeHigh = 0;
	timeLow = 0;
	offset = 0;
	span = 0;
	interfaceOffset = 0;
	connection = 0;
	length = 0;
	kind = 0;
	direction = 0;
}

/**
 * Makes index rows out of a section's blocks, in order. What a row is made of:
 * - a packet with an event comment other than `data` is an event;
 * - payload is a `data` event, which for TCP goes on until PSH, and otherwise while a comment says so;
 * - an exported PDU with neither payload nor event comment, but with an annotation, is none and gets no row;
 * - a TCP packet with neither belongs to the event before it (handshakes, acknowledgements).
 */
export class RowScanner {
	readonly #write: (rows: Uint8Array) => void;
	readonly #chunk = new Uint8Array(ROWS_PER_WRITE * INDEX_ROW_BYTES);
	readonly #chunkView = new DataView(this.#chunk.buffer);
	#inChunk = 0;
	readonly #origin: number;
	#interfaces: { readonly linkType: number; readonly offset: number }[] = [];
	readonly #packet = new ScannedPacket();
	/** The event before, complete but for packets that may still belong to it. */
	#last = new DraftRow();
	#hasLast = false;
	/** A data event whose end has not come. */
	#draft = new DraftRow();
	#isPartial = false;
	/** Events found. */
	events = 0;
	/** Just after the last complete event, or after the section header. In the file. */
	end: number;

	/** `origin`: where offsets count from in the file. `write` is given rows by the thousand, to be used at once. */
	constructor(origin: number, write: (rows: Uint8Array) => void) {
		this.#origin = origin;
		this.end = origin;
		this.#write = write;
	}

	/** A section begins: it has no interfaces yet, and what the one before left unfinished stays so. */
	section(walk: BlockWalk): void {
		const { bytes, at, length, type, base } = walk;
		const { application } = parseSection(bytes, { at, length, type }, base);
		if (application !== APPLICATION) throw new NotOursError(walk.offset, 'A section was not written by Wirebench.');
		this.#interfaces = [];
		this.#isPartial = false;
		this.end = walk.offset + walk.length;
	}

	/** The description of the section's next interface. */
	interface(walk: BlockWalk): void {
		const { bytes, at, length, type, base } = walk;
		const { linkType, resolution } = parseInterface(bytes, { at, length, type }, base);
		if ((linkType !== LINK.ip && linkType !== LINK.exported) || resolution !== NANOSECONDS) {
			throw new NotOursError(walk.offset, `An interface has the link type ${linkType} and other times than Wirebench.`);
		}
		this.#interfaces.push({ linkType, offset: walk.offset - this.#origin });
	}

	/** Takes a packet block. Throws PcapngError for what a capture of ours cannot contain. */
	packet(walk: BlockWalk): void {
		const packet = this.#packet;
		packet.read(walk);
		const known = this.#interfaces[packet.interfaceId];
		if (!known) throw new NotOursError(walk.offset + 8, `The section has no interface ${packet.interfaceId}.`);
		const end = walk.offset + walk.length;
		if (end - this.#origin >= MAX_SECTION_BYTES) throw new NotOursError(walk.offset, 'A section is larger than 4 GiB.');
		packet.locate(walk, known.linkType);
		const { comment } = packet;
		const { connection, direction } = this.#draft;
		if (this.#isPartial && (packet.connection !== connection || packet.direction !== direction)) {
			throw new NotOursError(walk.offset, 'An event is interrupted by another.');
		}
		if (comment !== undefined && comment.kind !== 'data') {
			if (this.#isPartial) throw new NotOursError(walk.offset, 'An event is interrupted by another.');
			this.#begin(walk, known.offset);
			this.#draft.kind = EVENT_KINDS.indexOf(comment.kind);
			this.#draft.direction = DIRECTIONS.indexOf(comment.direction);
			this.#draft.connection = comment.connection;
			this.#complete(end);
		} else if (comment === undefined && packet.annotation && packet.exported && packet.payload === 0) {
			if (this.#isPartial) throw new NotOursError(walk.offset, 'An event is interrupted by a note.');
			this.end = end;
		} else if (packet.tcp && packet.payload === 0) {
			if (!this.#hasLast) return;
			this.#last.span = end - this.#origin - this.#last.offset;
			this.end = end;
		} else {
			if (!this.#isPartial) this.#begin(walk, known.offset);
			this.#draft.length += packet.payload;
			this.#isPartial = packet.tcp ? !packet.push : comment !== undefined && comment.text === GOES_ON;
			if (!this.#isPartial) this.#complete(end);
		}
	}

	/** Hands over what is left. An event whose end has not come is none. */
	finish(): void {
		if (this.#hasLast) this.#emit(this.#last);
		this.#hasLast = false;
		this.#isPartial = false;
		this.#flush();
	}

	/** A `data` event, for now, of the packet at hand. */
	#begin(walk: BlockWalk, interfaceOffset: number): void {
		const packet = this.#packet;
		const row = this.#draft;
		row.timeHigh = packet.timeHigh;
		row.timeLow = packet.timeLow;
		row.offset = walk.offset - this.#origin;
		row.interfaceOffset = interfaceOffset;
		row.connection = packet.connection;
		row.direction = packet.direction === 3 ? 0 : packet.direction;
		row.kind = DATA;
		row.length = 0;
	}

	/** The draft takes the place of the event before, which nothing belongs to any more. */
	#complete(end: number): void {
		const done = this.#draft;
		done.span = end - this.#origin - done.offset;
		if (this.#hasLast) this.#emit(this.#last);
		this.#draft = this.#last;
		this.#last = done;
		this.#hasLast = true;
		this.end = end;
	}

	#emit(row: DraftRow): void {
		writeIndexRow(this.#chunkView, this.#inChunk * INDEX_ROW_BYTES, row);
		this.events++;
		if (++this.#inChunk === ROWS_PER_WRITE) this.#flush();
	}

	#flush(): void {
		if (this.#inChunk > 0) this.#write(this.#chunk.subarray(0, this.#inChunk * INDEX_ROW_BYTES));
		this.#inChunk = 0;
	}
}
