import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { MessagePlace, PrintedMessage } from '../../../../common/contract/calls/compare.ts';
import type { CapturedConnection } from '../../../../common/contract/calls/stream.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { CallOutput, CallParsed } from '../../../../common/contract/index.ts';
import { compileIgnores } from '../../../../common/diff/ignore.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import { captureError } from '../../sentences/capture-error.ts';
import { EventCursor } from '../conversation/cursor.ts';
import { ConnectionEvents } from '../conversation/events.ts';
import { BEGIN, endOf, framedWalk, unframedWalk } from './walks.ts';

/** Time limit of one answer, in ms; one message is always walked through. */
const SLICE_MS = 25;
/** Events of the capture that are scanned between two looks at what is known. */
const SCAN_EVENTS = 64 << 10;
const NO_FRAMING: Framing = { type: 'none' };
/** Connections whose events are remembered between answers. */
const MOST_KNOWN = 8;

/** The connections of the capture, found by a scan that goes on where it ended. */
interface ListOfConnections {
	/** Events scanned. */
	readonly scanned: number;
	step(stored: number, until: number): void;
	get(id: number): CapturedConnection | undefined;
}

/** Answers which messages a connection has, for comparisons. */
export class Messages {
	readonly #folder: CaptureFolder;
	readonly #connections: ListOfConnections;
	/** By connection, the least recently used first. */
	readonly #known = new Map<number, ConnectionEvents>();

	constructor(folder: CaptureFolder, connections: ListOfConnections) {
		this.#folder = folder;
		this.#connections = connections;
	}

	/** Throws `not-found` where the capture, of which `stored` events are looked at, has no such connection. */
	answer(request: CallParsed<'streamMessages'>, stored: number): CallOutput<'streamMessages'> {
		const { connection, side, ignore, from = BEGIN } = request;
		const until = performance.now() + SLICE_MS;
		const later: CallOutput<'streamMessages'> = {
			messages: [],
			next: from,
			framing: NO_FRAMING,
			framed: false,
			end: 'open',
		};
		if (this.#connections.scanned < stored) this.#connections.step(stored, until);
		if (this.#connections.scanned < stored) return later;
		const listed = this.#connections.get(connection);
		if (listed === undefined) throw captureError('not-found', 'noConnectionInCapture', { id: connection });
		const events = this.#events(listed);
		if (!this.#scan(events, stored, listed.events, until)) return later;
		const cursor = new EventCursor(this.#folder, events);
		const { framing, framed } = framingOf(cursor, request);
		const messages: PrintedMessage[] = [];
		const nexts: MessagePlace[] = [];
		const order = {
			cursor,
			side,
			framing,
			from,
			ignored: compileIgnores(ignore),
			take(message: PrintedMessage, next: MessagePlace) {
				messages.push(message);
				nexts.push(next);
			},
		};
		const walk = framed ? framedWalk(order) : unframedWalk(order, side === 'in' ? listed.bytesIn : listed.bytesOut);
		const isFull = (): boolean =>
			messages.length >= LIMITS.messagesPerQuery || (messages.length > 0 && performance.now() >= until);
		while (!isFull()) {
			if (walk.advance()) continue;
			walk.finish();
			return { messages, framing, framed, end: endOf(cursor) };
		}
		messages.length = Math.min(messages.length, LIMITS.messagesPerQuery);
		return { messages, next: nexts[messages.length - 1] ?? from, framing, framed, end: 'open' };
	}

	/** Over the events of a connection whose messages were read lately. */
	cursor(connection: number): EventCursor | undefined {
		const events = this.#known.get(connection);
		return events && new EventCursor(this.#folder, events);
	}

	#events({ id: connection, first }: CapturedConnection): ConnectionEvents {
		const events = this.#known.get(connection) ?? new ConnectionEvents(this.#folder, connection);
		if (events.scanned === 0) events.scanned = first;
		this.#known.delete(connection);
		this.#known.set(connection, events);
		const [oldest] = this.#known.keys();
		if (this.#known.size > MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
		return events;
	}

	/** Whether all events of the connection are known, at most `most`. */
	#scan(events: ConnectionEvents, stored: number, most: number, until: number): boolean {
		while (events.scanned < stored && events.count < most && !events.full) {
			if (performance.now() >= until) return false;
			events.step(Math.min(stored, events.scanned + SCAN_EVENTS), until);
		}
		return true;
	}
}

/** The requested framing, else the endpoint's; datagrams are messages by themselves. */
function framingOf(
	cursor: EventCursor,
	{ side, framing: wanted }: CallParsed<'streamMessages'>,
): { framing: Framing; framed: boolean } {
	const { firstKept, events } = cursor;
	if (firstKept >= events.count) return { framing: NO_FRAMING, framed: false };
	const facts = cursor.to(firstKept);
	if (facts.datagrams) return { framing: NO_FRAMING, framed: true };
	const framing = wanted ?? facts.framings?.[side] ?? NO_FRAMING;
	return { framing, framed: framing.type !== 'none' };
}
