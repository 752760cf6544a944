import { DIRECTIONS, EVENT_KINDS } from '../../../common/capture/event.ts';
import { MARKS_INTERFACE } from '../format/annotation.ts';
import { GOES_ON } from '../format/comment.ts';
import { INDEX_ROW_BYTES, writeIndexRow } from '../format/index-file.ts';
import { isDescription } from '../format/names.ts';
import { BLOCK, LINK, NotOursError, PcapngError } from '../pcapng/format.ts';
import { looksOurs, parseInterface, parseSection } from '../pcapng/parse.ts';
import { damageSays } from '../sentences/damage-says.ts';
import type { BlockWalk } from './blocks.ts';
import { ScannedPacket } from './packet.ts';

const DATA = EVENT_KINDS.indexOf('data');
const ROWS_PER_WRITE = 8192;
/** Offsets in an index are 32-bit. */
const MAX_SECTION_BYTES = 2 ** 32;
/** Nanoseconds: the resolution of every interface of ours. */
const NANOSECONDS = 9;
/** The place of an interface whose description could not be read. */
export const UNKNOWN_INTERFACE = 0xffff_ffff;
/** All packets of an event but the last have at least this much payload. */
const WHOLE_PACKET_BYTES = 65_492;

interface ScannedInterface {
	/** Undefined where the description is damaged. */
	readonly linkType: number | undefined;
	readonly offset: number;
}

/** A part of the file without a readable event. */
export interface LostPart {
	/** Bytes of the file: the first, and the one after the last. */
	readonly from: number;
	readonly to: number;
	/** Events that were found before it. */
	readonly events: number;
	readonly fault: PcapngError;
}

/** A row under construction; offsets count from the section's start. */
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
 * Creates index rows from a section's blocks, in order. The rules:
 * - a packet with an event comment other than `data` is an event;
 * - payload is a `data` event, which for TCP continues until PSH, and otherwise while a comment announces it;
 * - an exported PDU with neither payload nor event comment, but with an annotation, is no event and gets no row;
 * - a TCP packet with neither belongs to the previous event (handshakes, acknowledgements).
 */
export class RowScanner {
	readonly #write: (rows: Uint8Array) => void;
	readonly #chunk = new Uint8Array(ROWS_PER_WRITE * INDEX_ROW_BYTES);
	readonly #chunkWords = new Uint32Array(this.#chunk.buffer);
	#inChunk = 0;
	readonly #origin: number;
	#interfaces: ScannedInterface[] = [];
	/** Interfaces from this number on may be misnumbered: an unknown number of descriptions was lost. */
	#knownInterfaces = Number.POSITIVE_INFINITY;
	/** The next data may be the rest of an event whose start was lost. */
	#inDoubt = false;
	readonly #packet = new ScannedPacket();
	/** The previous event, complete except for packets that may still belong to it. */
	#last = new DraftRow();
	#hasLast = false;
	/** A data event without its end yet. */
	#draft = new DraftRow();
	#isPartial = false;
	/** Events found. */
	events = 0;
	/** In order; none is adjacent to the next. */
	readonly lost: LostPart[] = [];
	/** Just after the last complete event, or after the section header. File offset. */
	end: number;

	/** `origin`: the file offset at which offsets start. `write` gets rows by the thousand, valid during the call. */
	constructor(origin: number, write: (rows: Uint8Array) => void) {
		this.#origin = origin;
		this.end = origin;
		this.#write = write;
	}

	/** A section starts: it has no interfaces yet, and an incomplete event of the previous one stays incomplete. */
	section(walk: BlockWalk): void {
		const { bytes, at, length, type, base } = walk;
		this.#interfaces = [];
		this.#knownInterfaces = Number.POSITIVE_INFINITY;
		this.#isPartial = false;
		this.#inDoubt = false;
		this.end = walk.offset + walk.length;
		if (!looksOurs(bytes.subarray(at, at + length))) {
			throw new NotOursError(walk.offset, damageSays('foreignSection'));
		}
		try {
			parseSection(bytes, { at, length, type }, base);
		} catch (error) {
			if (!(error instanceof PcapngError)) throw error;
			throw new PcapngError(walk.offset, damageSays('sectionDamaged'));
		}
	}

	/** The description of the section's next interface. */
	interface(walk: BlockWalk): void {
		const { bytes, at, length, type, base } = walk;
		const { linkType, resolution, description } = parseInterface(bytes, { at, length, type }, base);
		if ((linkType !== LINK.ip && linkType !== LINK.exported) || resolution !== NANOSECONDS) {
			const Kind =
				description === MARKS_INTERFACE.description || isDescription(description) ? PcapngError : NotOursError;
			throw new Kind(walk.offset, damageSays('otherInterface', { linkType }));
		}
		this.#interfaces.push({ linkType, offset: walk.offset - this.#origin });
	}

	/**
	 * The bytes from `from` to `to` could not be read: no started event continues after them. `block`: the type of their
	 * block, if they are one and that is known.
	 */
	skip(from: number, to: number, fault: PcapngError, block: number | undefined): void {
		if (this.#hasLast) this.#emit(this.#last);
		this.#hasLast = false;
		const start = this.#isPartial ? Math.min(from, this.#origin + this.#draft.offset) : from;
		this.#isPartial = false;
		this.#lose(start, to, fault);
		if (to - from >= WHOLE_PACKET_BYTES) this.#inDoubt = true;
		if (block === undefined) this.#knownInterfaces = Math.min(this.#knownInterfaces, this.#interfaces.length);
		else if (block === BLOCK.interface) this.#interfaces.push({ linkType: undefined, offset: from - this.#origin });
	}

	#lose(from: number, to: number, fault: PcapngError): void {
		const last = this.lost.at(-1);
		if (last && last.to >= from && last.events === this.events) this.lost[this.lost.length - 1] = { ...last, to };
		else this.lost.push({ from, to, events: this.events, fault });
	}

	#interfaceOf(walk: BlockWalk, id: number): ScannedInterface {
		if (id >= this.#knownInterfaces) return { linkType: undefined, offset: UNKNOWN_INTERFACE };
		const known = this.#interfaces[id];
		if (known) return known;
		throw new PcapngError(walk.offset + 8, damageSays('noInterface', { id }));
	}

	/** Processes a packet block. Throws PcapngError for packets that a capture of ours cannot contain. */
	packet(walk: BlockWalk): void {
		const packet = this.#packet;
		packet.read(walk);
		const known = this.#interfaceOf(walk, packet.interfaceId);
		const end = walk.offset + walk.length;
		if (end - this.#origin >= MAX_SECTION_BYTES) throw new NotOursError(walk.offset, damageSays('sectionTooLarge'));
		packet.locate(walk, known.linkType);
		const { comment } = packet;
		const isEvent = comment !== undefined && comment.kind !== 'data';
		const isNote = comment === undefined && packet.annotation && packet.exported && packet.payload === 0;
		const isBare = !isEvent && !isNote && packet.tcp && packet.payload === 0;
		if (!isEvent && !isNote && !isBare && !isAssigned(packet)) {
			throw new PcapngError(walk.offset, damageSays('packetWithoutFlags'));
		}
		this.#interrupt(walk, isEvent || isNote);
		if (isEvent) {
			this.#begin(walk, known.offset);
			this.#draft.kind = EVENT_KINDS.indexOf(comment.kind);
			this.#draft.direction = DIRECTIONS.indexOf(comment.direction);
			this.#draft.connection = comment.connection;
			this.#complete(end);
		} else if (isNote) {
			this.end = end;
		} else if (isBare) {
			if (!this.#hasLast) return;
			this.#last.span = end - this.#origin - this.#last.offset;
			this.end = end;
		} else {
			const goesOn = packet.tcp ? !packet.push : comment !== undefined && comment.text === GOES_ON;
			if (this.#inDoubt) {
				this.#inDoubt = goesOn;
				this.#lose(walk.offset, end, new PcapngError(walk.offset, damageSays('eventStartMissing')));
				return;
			}
			if (!this.#isPartial) this.#begin(walk, known.offset);
			this.#draft.length += packet.payload;
			this.#isPartial = goesOn;
			if (!this.#isPartial) this.#complete(end);
		}
	}

	/** An event whose end is missing, and cannot follow any more, is lost. */
	#interrupt(walk: BlockWalk, begins: boolean): void {
		const packet = this.#packet;
		const { connection, direction } = this.#draft;
		if (begins) this.#inDoubt = false;
		if (!this.#isPartial) return;
		const other = packet.connection !== connection || packet.direction !== direction;
		if (!begins && !other) return;
		this.skip(walk.offset, walk.offset, new PcapngError(walk.offset, damageSays('eventEndMissing')), BLOCK.packet);
	}

	/** Passes on the rest. An event without its end is dropped. */
	finish(): void {
		if (this.#hasLast) this.#emit(this.#last);
		this.#hasLast = false;
		this.#isPartial = false;
		this.#flush();
	}

	/** Starts a `data` event with the current packet. */
	#begin(walk: BlockWalk, interfaceOffset: number): void {
		const packet = this.#packet;
		const row = this.#draft;
		row.timeHigh = packet.timeHigh;
		row.timeLow = packet.timeLow;
		row.offset = walk.offset - this.#origin;
		row.interfaceOffset = interfaceOffset;
		row.connection = packet.connection;
		row.direction = packet.direction;
		row.kind = DATA;
		row.length = 0;
	}

	/** The draft replaces the previous event, which is complete. */
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
		writeIndexRow(this.#chunkWords, (this.#inChunk * INDEX_ROW_BYTES) / 4, row);
		this.events++;
		if (++this.#inChunk === ROWS_PER_WRITE) this.#flush();
	}

	#flush(): void {
		if (this.#inChunk > 0) this.#write(this.#chunk.subarray(0, this.#inChunk * INDEX_ROW_BYTES));
		this.#inChunk = 0;
	}
}

/** Every packet of data has its direction and its connection, and nothing else in epb_flags. */
function isAssigned({ connection, direction }: ScannedPacket): boolean {
	return connection !== 0 && (direction === 1 || direction === 2);
}
