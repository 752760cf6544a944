import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { ConnectionsState, StreamLayout, StreamState } from '../../../common/contract/calls/stream.ts';
import { asInfo } from '../segments/errors.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import { Connections } from './connections.ts';
import { Boundaries } from './conversation/boundaries.ts';
import { EventCursor } from './conversation/cursor.ts';
import { Dialogue } from './conversation/dialogue.ts';
import { ConnectionEvents } from './conversation/events.ts';
import type { Layout } from './conversation/layout.ts';
import { OwnBoundaries } from './conversation/own-boundaries.ts';

/** What is listed while somebody listens: the connections of the capture, or one of them laid out. */
export type StreamSubject = { readonly type: 'connections' } | StreamLayout;

/** What the main thread says of streams; nothing of it is answered. `stored`: as in a query. */
export type StreamOrder =
	| { readonly type: 'stream'; readonly key: string; readonly subject: StreamSubject; readonly stored: number }
	| { readonly type: 'stream-drop'; readonly key: string }
	| { readonly type: 'stream-grow'; readonly stored: number };

/** How far a subject is, by the key that it was ordered with. */
export type StreamProgress = ConnectionsState | StreamState;
export type TellStream = (key: string, state: StreamProgress) => void;

/** Queries wait no longer than this for a scan, in ms. */
const SLICE_MS = 6;
/** About thirty times a second. */
const TELL_MS = 33;

interface Running {
	readonly subject: StreamSubject;
	/** Absent for the list of connections. */
	readonly layout: Layout | undefined;
	readonly events: ConnectionEvents | undefined;
	told: number;
	/** Set when reading failed: the scan stands. */
	error: ErrorInfo | undefined;
}

/** The conversations that are looked at, and the list of connections: scanned in slices between queries. */
export class Streams {
	readonly #folder: CaptureFolder;
	readonly #tell: TellStream;
	readonly #running = new Map<string, Running>();
	/** Kept when nobody looks: it goes on from where it was. */
	readonly #connections: Connections;
	#stored = 0;
	#scheduled = false;

	constructor(folder: CaptureFolder, tell: TellStream) {
		this.#folder = folder;
		this.#tell = tell;
		this.#connections = new Connections(folder);
	}

	take(order: StreamOrder): void {
		if (order.type === 'stream-drop') {
			this.#running.delete(order.key);
			return;
		}
		this.#stored = Math.max(this.#stored, order.stored);
		this.#schedule();
		if (order.type === 'stream-grow') return;
		const { key, subject } = order;
		const running = { ...this.#begin(subject), subject, told: 0, error: undefined };
		this.#running.set(key, running);
		// Also where there is nothing to look at yet: that all of it has been.
		this.#report(key, running);
	}

	/** Events that may be looked at. */
	get stored(): number {
		return this.#stored;
	}

	get connections(): Connections {
		return this.#connections;
	}

	/** Throws a WirebenchError `wrong-state` for a layout that is not on. */
	layout(key: string): Layout {
		const layout = this.#running.get(key)?.layout;
		if (!layout) throw new WirebenchError('wrong-state', 'This layout is not on: subscribe to stream first.');
		return layout;
	}

	/** A cursor over a connection of which a layout is on; throws `wrong-state` for any other. */
	cursor(connection: number): EventCursor {
		const events = this.#eventsOf(connection);
		if (!events)
			throw new WirebenchError('wrong-state', 'This connection is not looked at: subscribe to stream first.');
		return new EventCursor(this.#folder, events);
	}

	#begin(subject: StreamSubject): Pick<Running, 'layout' | 'events'> {
		if (subject.type === 'connections') return { layout: undefined, events: undefined };
		const { connection } = subject;
		const also = subject.type === 'dialogue' ? subject.with : undefined;
		const same = ({ events }: Running) => events?.connection === connection && events.also === also;
		const shared = [...this.#running.values()].find(same);
		const events = shared?.events ?? new ConnectionEvents(this.#folder, connection, also);
		return { layout: this.#layoutOf(subject, events), events };
	}

	#layoutOf(subject: StreamLayout, events: ConnectionEvents): Layout {
		if (subject.type === 'dialogue') return new Dialogue(this.#folder, events, subject);
		return subject.framing === undefined
			? new OwnBoundaries(this.#folder, events, subject)
			: new Boundaries(this.#folder, events, subject, subject.framing);
	}

	/** Of a connection, perhaps with those of another. */
	#eventsOf(connection: number): ConnectionEvents | undefined {
		for (const { events } of this.#running.values()) if (events?.connection === connection) return events;
		return undefined;
	}

	/** Slices are put behind what waits in the thread's queue, so that a query never waits for a whole scan. */
	#schedule(): void {
		if (this.#scheduled) return;
		this.#scheduled = true;
		setImmediate(() => {
			this.#scheduled = false;
			for (const [key, running] of this.#running) {
				if (this.#waits(running)) this.#slice(key, running);
			}
			if ([...this.#running.values()].some((running) => this.#waits(running))) this.#schedule();
		});
	}

	#waits({ layout, events, error }: Running): boolean {
		if (error !== undefined) return false;
		if (!events || !layout) return this.#connections.scanned < this.#stored;
		return layout.done < events.count || (events.scanned < this.#stored && !events.full);
	}

	#slice(key: string, running: Running): void {
		const until = performance.now() + SLICE_MS;
		try {
			const { layout, events } = running;
			if (!layout || !events) this.#connections.step(this.#stored, until);
			else {
				// What is found is shown at once: the rest of the capture is looked through afterwards.
				if (layout.done < events.count) layout.step(until);
				if (layout.done === events.count) events.step(this.#stored, until);
			}
		} catch (error) {
			running.error = asInfo(error);
		}
		if (!this.#waits(running) || performance.now() - running.told >= TELL_MS) this.#report(key, running);
	}

	#report(key: string, running: Running): void {
		running.told = performance.now();
		const { layout, events, error } = running;
		const failed = error === undefined ? {} : { error };
		const stored = this.#stored;
		if (!layout || !events) {
			const { count: connections, scanned, limited } = this.#connections;
			this.#tell(key, { connections, scanned, stored, limited, ...failed });
			return;
		}
		const { lines, bytes, done, messages, framing } = layout;
		// As far as it is laid out, which is behind what was looked through.
		const scanned = done < events.count ? events.at(done) : events.scanned;
		const state = { lines, bytes, events: done, scanned, stored, limited: events.full, ...failed };
		this.#tell(key, { ...state, ...(framing === undefined ? {} : { framing, messages }) });
	}
}
