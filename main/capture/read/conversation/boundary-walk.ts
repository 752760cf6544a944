import { DIRECTIONS, EVENT_KINDS } from '../../../../common/capture/event.ts';
import type { StreamMessage } from '../../../../common/contract/calls/stream.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import { type LineBreaker, lineBreaker, lookAhead } from '../../../../common/conversation/index.ts';
import { compileFraming, type Framer, type Message } from '../../../../common/framing/index.ts';
import { charsetNamed } from '../../../../common/payload/charsets/named.ts';
import { charsetAt } from './charset-at.ts';
import type { EventCursor } from './cursor.ts';
import type { BoundariesLayout } from './layout.ts';
import { PART_BYTES } from './line-ends.ts';

const END = EVENT_KINDS.indexOf('end');
const CLOSE = EVENT_KINDS.indexOf('close');
const RESET = EVENT_KINDS.indexOf('reset');

/** The start of a line, and its message. */
export interface WalkStart {
	/** Index among the connection's events, and the byte of its payload. */
	readonly event: number;
	readonly offset: number;
	/** Offset in the stream of one side. */
	readonly at: number;
	readonly line: number;
	/** Number of the message, from 1, and the stream offset of its first byte. */
	readonly number: number;
	readonly start: number;
	/** How the message ends, if that is known already; `waiting` if it has not. Unused at a message's first byte. */
	readonly known: StreamMessage | undefined;
	/** The framing is lost: up to the end of the stream each chunk is a message. */
	readonly lost: boolean;
}

/** Receives each line, before the walk passes it, and each message as it ends. */
export interface WalkSink {
	/** The line is bytes [from, to) of the cursor's chunk, or the cursor's event. */
	line(from?: number, to?: number): void;
	message(message: StreamMessage): void;
}

/**
 * Walks one side's stream and splits it at the ends of chunks and of messages. It may start within a message: a framer
 * at a message's first byte is new, and the end of the message in which it starts is known from an earlier walk.
 */
export class BoundaryWalk {
	readonly #cursor: EventCursor;
	readonly #side: 'in' | 'out';
	/** Each chunk is a message, from now on. */
	readonly #byChunk: boolean;
	/** After an impossible length the next message cannot be located. */
	readonly #mayGetLost: boolean;
	readonly #layout: BoundariesLayout;
	#break: LineBreaker | undefined;
	readonly #ahead: number;
	readonly #sink: WalkSink;
	readonly #framer: Framer;
	/** Stream offset up to which the ends of messages are known. */
	#framed: number;
	/** Messages that end after `at`, in order, from `#nextEnd` on. */
	#ends: StreamMessage[] = [];
	#nextEnd = 0;
	/** Stream offset from which on the framing is lost. */
	#lostAt = Number.POSITIVE_INFINITY;
	/** Number and first byte of the framer's current message. */
	#framedNumber: number;
	#framedStart: number;
	event: number;
	offset: number;
	at: number;
	line: number;
	number: number;
	start: number;

	constructor(cursor: EventCursor, layout: BoundariesLayout, framing: Framing, from: WalkStart, sink: WalkSink) {
		this.#cursor = cursor;
		this.#side = layout.side;
		this.#byChunk = framing.type === 'none';
		this.#mayGetLost = framing.type === 'length';
		this.#framer = compileFraming(framing, 'framing', layout.charset ?? charsetAt(cursor))();
		this.#layout = layout;
		this.#ahead = lookAhead(layout.width);
		this.#sink = sink;
		({ event: this.event, offset: this.offset, at: this.at, line: this.line } = from);
		({ number: this.number, start: this.start } = from);
		if (from.lost) this.#lostAt = from.at;
		const { known, number, start } = from;
		this.#framedNumber = number;
		this.#framedStart = start;
		this.#framed = start;
		if (start === from.at || known === undefined) return;
		if (known.end === 'waiting') this.#framed = Number.POSITIVE_INFINITY;
		else this.#ended(known);
	}

	/** The framing was lost before this place. */
	get lost(): boolean {
		return this.at >= this.#lostAt;
	}

	/** Advances by an event, or by a part of a long one. False after the last event of the connection. */
	advance(): boolean {
		if (this.event >= this.#cursor.events.count) return false;
		if (this.event < this.#cursor.firstKept) {
			this.#nextEvent();
			return true;
		}
		const { kind, direction, length } = this.#cursor.to(this.event);
		if (!this.#cursor.isData) {
			const ofSide = DIRECTIONS[direction] === this.#side;
			if ((kind === END && ofSide) || kind === CLOSE || kind === RESET) this.#close();
			this.#tell();
			this.#nextEvent();
		} else if (DIRECTIONS[direction] !== this.#side) this.#nextEvent();
		else if (length === 0) {
			this.#tell(0, 0);
			this.#nextEvent();
		} else {
			this.#part(length);
			if (this.offset === length) this.#nextEvent();
		}
		return true;
	}

	#nextEvent(): void {
		this.event++;
		this.offset = 0;
	}

	#tell(from?: number, to?: number): void {
		this.#sink.line(from, to);
		this.line++;
	}

	/** Lays out the rest of the chunk, or the part whose lines do not depend on later bytes. */
	#part(length: number): void {
		const bytes = this.#cursor.bytes(this.offset, PART_BYTES + this.#ahead);
		const base = this.offset;
		const whole = base + bytes.length === length;
		this.#frame(bytes, length - base);
		this.#leaveBehind();
		const breakLine = this.#breaker();
		const stop = whole ? bytes.length : bytes.length - this.#ahead;
		while (this.offset - base < stop) {
			const from = this.offset - base;
			const message = this.#ends[this.#nextEnd];
			const end = message === undefined ? bytes.length : message.at + message.length - this.at + from;
			const to = breakLine(end < bytes.length ? bytes.subarray(0, end) : bytes, from);
			this.#tell(this.offset, base + to);
			this.at += to - from;
			this.offset = base + to;
			this.#leaveBehind();
		}
	}

	/** In the charset of the connection, which its first event has. */
	#breaker(): LineBreaker {
		const { form, width, charset = this.#cursor.facts.charset } = this.#layout;
		this.#break ??= lineBreaker(form, width, charsetNamed(charset));
		return this.#break;
	}

	/** Reports the messages whose ends the walk has reached. */
	#leaveBehind(): void {
		for (;;) {
			const message = this.#ends[this.#nextEnd];
			if (message === undefined || message.at + message.length > this.at) return;
			this.#nextEnd++;
			if (this.#nextEnd === this.#ends.length) {
				this.#ends = [];
				this.#nextEnd = 0;
			}
			this.#sink.message(message);
			this.number = message.number + 1;
			this.start = message.at + message.length;
		}
	}

	/** Finds ends of messages in these bytes, the first of which is at `at`. `rest`: bytes from there to the chunk's end. */
	#frame(bytes: Uint8Array, rest: number): void {
		if (this.#byChunk || Number.isFinite(this.#lostAt)) {
			this.#cutAtChunk(rest);
			return;
		}
		const skip = Math.max(0, this.#framed - this.at);
		if (skip >= bytes.length) return;
		// The framer may keep its input.
		const messages = this.#framer.push(bytes.slice(skip), Number(this.#cursor.row.time / 1_000_000n));
		for (const message of messages) {
			this.#take(message);
			if (!this.#mayGetLost || message.fault === undefined) continue;
			this.#lostAt = this.#framedStart;
			this.#cutAtChunk(rest);
			return;
		}
		this.#framed = this.at + bytes.length;
	}

	/** Not with a framer, which would treat each part as a chunk. */
	#cutAtChunk(rest: number): void {
		const end = this.at + rest;
		if (this.#framedStart < end) this.#ended(this.#message(end - this.#framedStart, 'chunk'));
	}

	#take({ head, data, eol, fault }: Message): void {
		const marks = { head: head?.length ?? 0, terminator: eol.length };
		const length = marks.head + data.length + eol.length;
		const message = { ...this.#message(length, fault === undefined ? 'whole' : 'fault'), ...marks };
		this.#ended(fault === undefined ? message : { ...message, fault });
	}

	#message(length: number, end: StreamMessage['end']): StreamMessage {
		return { number: this.#framedNumber, at: this.#framedStart, length, head: 0, terminator: 0, end };
	}

	#ended(message: StreamMessage): void {
		this.#ends.push(message);
		this.#framedNumber = message.number + 1;
		this.#framedStart = message.at + message.length;
		this.#framed = Math.max(this.#framed, this.#framedStart);
	}

	/** The stream has ended: the rest is a message. */
	#close(): void {
		const [left] = this.#framer.flush();
		this.#lostAt = Number.POSITIVE_INFINITY;
		if (this.#framedStart >= this.at) return;
		const message = this.#message(this.at - this.#framedStart, left?.fault === undefined ? 'close' : 'fault');
		this.#ended(left?.fault === undefined ? message : { ...message, fault: left.fault });
		this.#leaveBehind();
	}
}
