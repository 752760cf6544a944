import { EVENT_KINDS } from '../../../common/capture/event.ts';
import { eventComment } from '../comment.ts';
import { locatePayload } from '../packet/locate.ts';
import { PACKET_HEADER_BYTES, PcapngError } from '../pcapng/format.ts';
import { parseBlock, parsePacket } from '../pcapng/parse.ts';
import type { SegmentReader } from './segment.ts';

const DATA = EVENT_KINDS.indexOf('data');

/** Where an event lies in its segment, and what it is. */
export interface EventPlace {
	readonly offset: number;
	readonly span: number;
	/** As in EVENT_KINDS. */
	readonly kind: number;
	readonly length: number;
	readonly linkType: number;
}

/** Reads what events hold, in large pieces when they lie near each other. */
export class Contents {
	readonly #segment: SegmentReader;
	readonly #memory: Uint8Array | undefined;
	#window: Uint8Array = new Uint8Array(0);
	#start = 0;

	/** `memory`: pieces that fit are read into it again and again, so that what `of` and `blocks` gave is gone then. */
	constructor(segment: SegmentReader, memory?: Uint8Array) {
		this.#segment = segment;
		this.#memory = memory;
	}

	/** What was read last: all of it, and where it begins in the segment. */
	get window(): Uint8Array {
		return this.#window;
	}

	get start(): number {
		return this.#start;
	}

	/** Whether `of` gives this event's content without reading. */
	holds({ offset, span }: Pick<EventPlace, 'offset' | 'span'>): boolean {
		return offset >= this.#start && offset + span <= this.#start + this.#window.length;
	}

	/** Reads this part of the segment. */
	load(start: number, length: number): void {
		this.#start = start;
		const { data } = this.#segment;
		if (this.#memory === undefined || length > this.#memory.length) {
			this.#window = data.read(start, length);
			return;
		}
		const target = this.#memory.subarray(0, length);
		this.#window = target.subarray(0, data.readInto(target, start));
	}

	/** The event's blocks, in place. */
	blocks({ offset, span }: Pick<EventPlace, 'offset' | 'span'>): Uint8Array {
		const at = offset - this.#start;
		return this.#window.subarray(at, at + span);
	}

	/** The payload of a `data` event, in place where it is one packet; of any other event its text. */
	of(event: EventPlace): Uint8Array {
		const bytes = this.blocks(event);
		return event.kind === DATA ? payloadOf(bytes, event) : textOf(bytes, event);
	}
}

function payloadOf(bytes: Uint8Array, { offset: base, length, linkType }: EventPlace): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let joined: Uint8Array | undefined;
	let done = 0;
	if (length > bytes.length) throw new PcapngError(base, 'An event has fewer bytes than its index row says.');
	for (let at = 0; ; at += view.getUint32(at + 4, true)) {
		const packet = bytes.subarray(at + PACKET_HEADER_BYTES, at + PACKET_HEADER_BYTES + view.getUint32(at + 20, true));
		const { offset } = locatePayload(linkType, packet, base + at + PACKET_HEADER_BYTES);
		const part = packet.subarray(offset, offset + length - done);
		if (part.length === length) return part;
		if (part.length === 0 || view.getUint32(at + 4, true) === 0)
			throw new PcapngError(base, 'An event has fewer bytes than its index row says.');
		joined ??= new Uint8Array(length);
		joined.set(part, done);
		done += part.length;
		if (done === length) return joined;
	}
}

function textOf(bytes: Uint8Array, { offset }: EventPlace): Uint8Array {
	const place = parseBlock(bytes, 0, offset);
	if (!place) throw new PcapngError(offset, 'The index points past the end of the segment.');
	return new TextEncoder().encode(eventComment(parsePacket(bytes, place, offset).comments)?.text ?? '');
}
