import { DIRECTIONS, EVENT_KINDS } from '../../../../common/capture/event.ts';
import type { MessagePlace, PrintedMessage } from '../../../../common/contract/calls/compare.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { Ignored } from '../../../../common/diff/index.ts';
import { BoundaryWalk } from '../conversation/boundary-walk.ts';
import type { EventCursor } from '../conversation/cursor.ts';
import { PART_BYTES } from '../conversation/line-ends.ts';
import { Cutter } from './cutter.ts';
import { Gathered } from './gathered.ts';

/** Bytes of a line of the walk over boundaries, which is not shown. */
const LINE_BYTES = 64;

export const BEGIN: MessagePlace = { event: 0, offset: 0, at: 0, number: 1, lost: false };

/** What a walk needs to know. */
export interface WalkOrder {
	readonly cursor: EventCursor;
	readonly side: 'in' | 'out';
	readonly framing: Framing;
	readonly ignored: Ignored;
	readonly from: MessagePlace;
	/** A message, and where the next one begins. */
	readonly take: (message: PrintedMessage, next: MessagePlace) => void;
}

/** A walk over the messages of one side, from the beginning of one of them. */
export interface MessageWalk {
	/** Advances by an event, or by a part of a long one. False after the last event of the connection. */
	advance(): boolean;
	/** All events have been passed: the bytes after the last complete message are the last message. */
	finish(): void;
}

/** Messages as the framing splits them; datagrams, which are one each. */
export function framedWalk({ cursor, side, framing, ignored, from, take }: WalkOrder): MessageWalk {
	const gathered = new Gathered();
	const start = { ...from, line: 0, start: from.at, known: undefined };
	const finish = (number: number): void => {
		const message = gathered.finish(number, ignored, (length) => ({ side, message: number, at: 0, length }));
		const { event, offset, at, lost } = walk;
		if (message !== undefined) take(message, { event, offset, at, lost, number: number + 1 });
	};
	const walk = new BoundaryWalk(
		cursor,
		{ type: 'boundaries', connection: cursor.events.connection, side, form: 'hex', width: LINE_BYTES },
		framing,
		start,
		{
			line(begin, end = begin) {
				if (begin === undefined || end === undefined) return;
				const { n } = cursor;
				gathered.add(cursor.bytes(begin, end - begin), () => ({
					at: walk.at,
					n,
					offset: begin,
					time: cursor.row.time,
				}));
			},
			message: ({ number }) => finish(number),
		},
	);
	return { advance: () => walk.advance(), finish: () => finish(walk.number) };
}

/** Pieces of a stream without framing, which is one message of `total` bytes. */
export function unframedWalk({ cursor, side, ignored, from, take }: WalkOrder, total: number): MessageWalk {
	const gathered = new Gathered();
	const cutter = new Cutter();
	let { event, offset, at } = from;
	const finish = (): void => {
		const begin = at - gathered.length;
		const piece = gathered.finish(1, ignored, () => ({ side, message: 1, at: begin, length: total }));
		if (piece !== undefined) take(piece, { event, offset, at, number: 1, lost: false });
	};
	const part = (length: number): void => {
		const { n } = cursor;
		const bytes = cursor.bytes(offset, Math.min(PART_BYTES, length - offset));
		for (let done = 0; done < bytes.length; ) {
			const end = cutter.end(bytes, done);
			const piece = bytes.subarray(done, end ?? bytes.length);
			gathered.add(piece, () => ({ at, n, offset, time: cursor.row.time }));
			done += piece.length;
			offset += piece.length;
			at += piece.length;
			if (end !== undefined) finish();
		}
	};
	return {
		advance() {
			if (event >= cursor.events.count) return false;
			const isKept = event >= cursor.firstKept;
			const { direction, length } = isKept ? cursor.to(event) : { direction: -1, length: 0 };
			const isOurs = isKept && DIRECTIONS[direction] === side && cursor.isData;
			if (isOurs && offset < length) part(length);
			if (isOurs && offset < length) return true;
			event++;
			offset = 0;
			return true;
		},
		finish,
	};
}

const CLOSE = EVENT_KINDS.indexOf('close');
const RESET = EVENT_KINDS.indexOf('reset');

/** How a connection ended, by its last events. */
export function endOf(cursor: EventCursor): 'open' | 'closed' | 'reset' {
	let end: 'open' | 'closed' = 'open';
	for (let i = cursor.events.count - 1; i >= cursor.firstKept && i >= cursor.events.count - 4; i--) {
		const { kind } = cursor.to(i);
		if (kind === RESET) return 'reset';
		if (kind === CLOSE) end = 'closed';
	}
	return end;
}
