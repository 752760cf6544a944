import type { Mark } from '../../../../common/capture/marks.ts';
import { describeSegment } from '../../format/names.ts';
import { guessLink } from '../../packet/locate.ts';
import { buildInterface, buildSection } from '../../pcapng/build.ts';
import { APPLICATION, BLOCK, PACKET_HEADER_BYTES, PcapngError } from '../../pcapng/format.ts';
import { parseBlock } from '../../pcapng/parse.ts';
import type { SegmentReader } from '../../segments/segment.ts';
import { damageSays } from '../../sentences/damage-says.ts';
import type { Encoder } from './encoder.ts';
import type { EventCursor } from './event.ts';
import { markPackets, marksInterface, withMark } from './noted-packet.ts';
import type { ByteOutput } from './output.ts';

/** An interface description with the longest name and description fits in this. */
const INTERFACE_BYTES = 132 << 10;
/** Replaces the name of an endpoint with a damaged description in an export. */
const DAMAGED_NAME = '(damaged)';
/** Offsets in an index are 32-bit, and the largest event may come last. */
const SECTION_BYTES = 2 ** 31;

/**
 * A capture of Wirebench's own format in one file. Packets are copied with their comments, times and sequence numbers:
 * only the interface number changes, and a mark or a note is one more comment. All segments become one section, in
 * which each interface is described once, before the first packet that needs it; a section of a segment's maximum size
 * is followed by another.
 */
export class PcapngEncoder implements Encoder<EventCursor> {
	readonly #output: ByteOutput;
	readonly #sectionBytes: number;
	/** Numbers of the section's interfaces, by the bytes of their descriptions. */
	readonly #ids = new Map<string, number>();
	/** The same by offset in the current segment. */
	readonly #places = new Map<number, number>();
	#segment: SegmentReader | undefined;
	#sections = 0;
	#sectionStart = 0;
	#events = 0;

	/** `sectionBytes`: the size at which a new section starts. */
	constructor(output: ByteOutput, sectionBytes = SECTION_BYTES) {
		this.#output = output;
		this.#sectionBytes = sectionBytes;
	}

	begin(): void {
		this.#section();
	}

	item(event: EventCursor): void {
		if (this.#output.written - this.#sectionStart >= this.#sectionBytes) this.#section();
		const id = this.#interface(event);
		const { mark } = event;
		const bytes = event.contents.blocks(event);
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		for (let at = 0; at < bytes.length; ) {
			const place = parseBlock(bytes, at, event.offset);
			if (!place) throw new PcapngError(event.offset + at, damageSays('eventBlockCut'));
			at += place.length;
			// Blocks of other programs may be between packets of an event.
			if (place.type !== BLOCK.packet) continue;
			view.setUint32(place.at + 8, id, true);
			const block = bytes.subarray(place.at, at);
			this.#output.bytes(mark && place.at === 0 ? withMark(block, mark) : block);
		}
		if (mark) this.#mark(mark, event);
		for (const own of event.messageMarks) this.#mark(own, event);
		this.#events++;
	}

	end(): void {
		// The last packet ends the section.
	}

	/** For opening the file here again. */
	#mark(mark: Mark, { time, connection }: EventCursor): void {
		const block = marksInterface();
		const key = keyOf(block);
		const id = this.#ids.get(key) ?? this.#describe(key, block);
		for (const packet of markPackets(mark, this.#events, id, time, connection)) this.#output.bytes(packet);
	}

	#section(): void {
		this.#sections++;
		this.#ids.clear();
		this.#places.clear();
		this.#sectionStart = this.#output.written;
		this.#output.bytes(buildSection(APPLICATION, describeSegment(this.#sections, this.#events)));
	}

	#interface(event: EventCursor): number {
		const { segment, interfaceOffset } = event;
		if (segment !== this.#segment) this.#places.clear();
		this.#segment = segment;
		const known = this.#places.get(interfaceOffset);
		if (known !== undefined) return known;
		const block = this.#description(event);
		const key = keyOf(block);
		const id = this.#ids.get(key) ?? this.#describe(key, block);
		this.#places.set(interfaceOffset, id);
		return id;
	}

	/** The segment's description; one without a name where that is damaged. */
	#description(event: EventCursor): Uint8Array {
		const { segment, interfaceOffset } = event;
		const { linkType, endpoint } = segment.interfaceAt(interfaceOffset);
		if (linkType === undefined) {
			const guessed = guessLink(event.contents.blocks(event)[PACKET_HEADER_BYTES] ?? 0);
			return buildInterface(guessed, DAMAGED_NAME, '');
		}
		const bytes = segment.data.read(interfaceOffset, INTERFACE_BYTES);
		const place = parseBlock(bytes, 0, interfaceOffset);
		if (!place) throw new PcapngError(interfaceOffset, damageSays('descriptionCut', { endpoint }));
		return bytes.subarray(0, place.length);
	}

	#describe(key: string, block: Uint8Array): number {
		const id = this.#ids.size;
		this.#ids.set(key, id);
		this.#output.bytes(block);
		return id;
	}
}

function keyOf(block: Uint8Array): string {
	return Buffer.from(block).toString('latin1');
}
