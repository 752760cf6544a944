import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { ConnectionsState, StreamLayout, StreamState } from '../../../common/contract/calls/stream.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { Connections } from './connections.ts';
import { Boundaries } from './conversation/boundaries.ts';
import { EventCursor } from './conversation/cursor.ts';
import { Dialogue } from './conversation/dialogue.ts';
import { ConnectionEvents } from './conversation/events.ts';
import type { Layout } from './conversation/layout.ts';
import { OwnBoundaries } from './conversation/own-boundaries.ts';
import type { ReadSource } from './items/source.ts';
import { type Scan, Scans, SLICE_MS } from './scanning/scans.ts';

/** The list of connections. */
class Listing implements Scan<ConnectionsState> {
	readonly #source: ReadSource;
	readonly #connections: Connections;
	#error: ErrorInfo | undefined;

	constructor(source: ReadSource, connections: Connections) {
		this.#source = source;
		this.#connections = connections;
	}

	get waits(): boolean {
		return this.#error === undefined && this.#connections.scanned < this.#source.stored;
	}

	step(): void {
		this.#connections.step(this.#source.stored, performance.now() + SLICE_MS);
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	get state(): ConnectionsState {
		const { count: connections, scanned, limited } = this.#connections;
		const { stored } = this.#source;
		return { connections, scanned, stored, limited, ...(this.#error && { error: this.#error }) };
	}
}

/** A laid-out connection. */
class LaidOut implements Scan<StreamState> {
	readonly #source: ReadSource;
	readonly layout: Layout;
	readonly events: ConnectionEvents;
	#error: ErrorInfo | undefined;

	constructor(source: ReadSource, layout: StreamLayout, events: ConnectionEvents) {
		this.#source = source;
		this.events = events;
		this.layout = layoutOf(source, layout, events);
	}

	get waits(): boolean {
		const { layout, events } = this;
		if (this.#error !== undefined) return false;
		return layout.done < events.count || (events.scanned < this.#source.stored && !events.full);
	}

	step(): void {
		const { layout, events } = this;
		const until = performance.now() + SLICE_MS;
		// Events found are shown at once: the rest of the capture is scanned afterwards.
		if (layout.done < events.count) layout.step(until);
		if (layout.done === events.count) events.step(this.#source.stored, until);
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	get state(): StreamState {
		const { events } = this;
		const { lines, bytes, done, messages, framing } = this.layout;
		return {
			lines,
			bytes,
			events: done,
			// The laid-out part, which is behind the scanned part.
			scanned: done < events.count ? events.at(done) : events.scanned,
			stored: this.#source.stored,
			limited: events.full,
			...(this.#error && { error: this.#error }),
			...(framing === undefined ? {} : { framing, messages }),
		};
	}
}

/** The active conversations, and the list of connections. */
export class Streams {
	readonly #source: ReadSource;
	/** Kept without followers: it continues where it stopped. */
	readonly connections: Connections;
	readonly #listing = new Scans<ConnectionsState, Listing>();
	readonly #layouts = new Scans<StreamState, LaidOut>();

	constructor(source: ReadSource) {
		this.#source = source;
		this.connections = new Connections(source.folder);
	}

	followConnections(emit: (state: ConnectionsState) => void): TopicRun<ConnectionsState> {
		return this.#listing.follow('', () => new Listing(this.#source, this.connections), emit);
	}

	follow(layout: StreamLayout, emit: (state: StreamState) => void): TopicRun<StreamState> {
		return this.#layouts.follow(keyOf(layout), () => new LaidOut(this.#source, layout, this.#eventsFor(layout)), emit);
	}

	/** More events are stored. */
	grown(): void {
		this.#listing.wake();
		this.#layouts.wake();
	}

	/** Throws a WirebenchError `wrong-state` for a layout that is not active. */
	layout(layout: StreamLayout): Layout {
		const known = this.#layouts.get(keyOf(layout));
		if (!known) throw new WirebenchError('wrong-state', 'This layout is not on: subscribe to stream first.');
		return known.layout;
	}

	/** A cursor over a connection with an active layout, possibly merged with another; throws `wrong-state` for any other. */
	cursor(connection: number): EventCursor {
		const active = this.active(connection);
		if (active) return active;
		throw new WirebenchError('wrong-state', 'This connection is not looked at: subscribe to stream first.');
	}

	/** The same, or undefined. */
	active(connection: number): EventCursor | undefined {
		const known = this.#layouts.all().find(({ events }) => events.connection === connection);
		return known && new EventCursor(this.#source.folder, known.events);
	}

	/** Layouts of the same connections share their events. */
	#eventsFor(layout: StreamLayout): ConnectionEvents {
		const { connection } = layout;
		const also = layout.type === 'dialogue' ? layout.with : undefined;
		const shared = this.#layouts.all().find(({ events }) => events.connection === connection && events.also === also);
		return shared?.events ?? new ConnectionEvents(this.#source.folder, connection, also);
	}
}

function layoutOf({ folder }: ReadSource, layout: StreamLayout, events: ConnectionEvents): Layout {
	if (layout.type === 'dialogue') return new Dialogue(folder, events, layout);
	return layout.framing === undefined
		? new OwnBoundaries(folder, events, layout)
		: new Boundaries(folder, events, layout, layout.framing);
}

/** Identifies a layout among all of one capture. */
function keyOf(layout: StreamLayout): string {
	return JSON.stringify(layout);
}
