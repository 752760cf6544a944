import { EVENT_KINDS } from '../../../common/capture/event.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import { eventComment } from '../format/comment.ts';
import { sentenceIn } from '../format/sentence-comment.ts';
import { checkEvent, type EventShape } from '../packet/verify.ts';
import { PcapngError } from '../pcapng/format.ts';
import { parseBlock, parsePacket } from '../pcapng/parse.ts';
import { damageSays } from '../sentences/damage-says.ts';
import type { SegmentReader } from './segment.ts';

const DATA = EVENT_KINDS.indexOf('data');
const NONE = new Uint8Array(0);
const NO_WORDS = new Uint32Array(0);
/** A read of a socket is no longer. */
const JOINED_BYTES = 64 << 10;

/** The place of an event in its segment, and its shape. */
export interface EventPlace extends EventShape {
	/** Undefined where the description of its interface is damaged. */
	readonly linkType: number | undefined;
}

/** Reads the contents of events, in large pieces when they are close to each other. */
export class Contents {
	readonly #segment: SegmentReader;
	readonly #memory: Uint8Array | undefined;
	#window: Uint8Array = new Uint8Array(0);
	#start = 0;
	#words: Uint32Array = NO_WORDS;
	/** Where the payload of several packets is put together, where pieces are read into memory that is used again. */
	#joined = NONE;
	/** The last result of `of`. */
	#content: { readonly offset: number; readonly bytes: Uint8Array } | undefined;

	/** `memory`: pieces that fit are read into it each time, which invalidates earlier results of `of` and `blocks`. */
	constructor(segment: SegmentReader, memory?: Uint8Array) {
		this.#segment = segment;
		this.#memory = memory;
	}

	/** The last read: all of it, and its offset in the segment. */
	get window(): Uint8Array {
		return this.#window;
	}

	get start(): number {
		return this.#start;
	}

	/** The same as words; empty where they are not aligned to four bytes. */
	get words(): Uint32Array {
		return this.#words;
	}

	/** Whether `of` returns this event's content without reading. */
	holds({ offset, span }: Pick<EventPlace, 'offset' | 'span'>): boolean {
		return offset >= this.#start && offset + span <= this.#start + this.#window.length;
	}

	/** Reads this part of the segment. */
	load(start: number, length: number): void {
		this.#start = start;
		this.#content = undefined;
		const { data } = this.#segment;
		if (this.#memory === undefined || length > this.#memory.length) {
			this.#window = data.read(start, length);
		} else {
			const target = this.#memory.subarray(0, length);
			this.#window = target.subarray(0, data.readInto(target, start));
		}
		const { buffer, byteOffset } = this.#window;
		const count = byteOffset % 4 === 0 ? this.#window.length >>> 2 : 0;
		this.#words = count === 0 ? NO_WORDS : new Uint32Array(buffer, byteOffset, count);
	}

	/** The event's blocks, in place. */
	blocks({ offset, span }: Pick<EventPlace, 'offset' | 'span'>): Uint8Array {
		const at = offset - this.#start;
		return this.#window.subarray(at, at + span);
	}

	/** Which sentence the text of an event besides `data` is, once `of` has returned it. */
	sentenceOf(event: EventPlace): Sentence | undefined {
		return sentenceIn(commentsOf(this.blocks(event), event));
	}

	/**
	 * The payload of a `data` event, in place where it is one packet; of any other event its text. With `memory`, valid until the next
	 * call. Throws PcapngError where it is damaged.
	 */
	of(event: EventPlace): Uint8Array {
		const { offset } = event;
		if (this.#content?.offset === offset) return this.#content.bytes;
		const blocks = this.blocks(event);
		const bytes = event.kind === DATA ? payloadOf(blocks, event, this.#room(event.length)) : textOf(blocks, event);
		this.#content = { offset, bytes };
		return bytes;
	}

	#room(length: number): Uint8Array<ArrayBuffer> {
		const { length: most = 0 } = this.#memory ?? NONE;
		if (length > most) return NONE;
		if (this.#joined.length < length) this.#joined = new Uint8Array(Math.min(most, Math.max(length, JOINED_BYTES)));
		return this.#joined;
	}
}

/**
 * The payload of a `data` event, from its blocks: in place, or that of several packets in new memory, or in `room` where it fits.
 * Throws PcapngError where they are damaged.
 */
export function payloadOf(bytes: Uint8Array, event: EventPlace, room = NONE): Uint8Array {
	const parts: Uint8Array[] = [];
	checkEvent(bytes, event, event.linkType, (part) => void parts.push(part));
	if (parts.length === 1) return parts[0] ?? NONE;
	const whole = event.length <= room.length ? room.subarray(0, event.length) : new Uint8Array(event.length);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

function textOf(bytes: Uint8Array, event: EventPlace): Uint8Array {
	checkEvent(bytes, event, event.linkType);
	return new TextEncoder().encode(eventComment(commentsOf(bytes, event))?.text ?? '');
}

/** The comments of an event's first packet. */
function commentsOf(bytes: Uint8Array, { offset }: EventPlace): readonly string[] {
	const place = parseBlock(bytes, 0, offset);
	if (!place) throw new PcapngError(offset, damageSays('indexPastEnd'));
	return parsePacket(bytes, place, offset).comments;
}
