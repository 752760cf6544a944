import {
	type CaptureEndpoint,
	type CaptureSink,
	DIRECTIONS,
	type Direction,
	EVENT_KINDS,
	type EventKind,
} from '../../../../common/capture/event.ts';
import { openText } from '../../../../common/capture/open-text.ts';
import type { Sentence } from '../../../../common/contract/base/sentence.ts';
import { isDatagram } from '../../../../common/endpoints/index.ts';
import { isObject } from '../../../../common/json/is-object.ts';
import { charsetOf } from '../../../../common/payload/index.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import type { EventFilter } from '../decoded/event-filter.ts';
import { type PrintedEvent, systemError } from './event.ts';

/** Something that may be behind, for which sockets then wait. */
export type Held = Pick<CaptureSink, 'saturated' | 'onRelief'>;

/** Sees connections while their sockets are open. */
export interface ConnectionWatch {
	opened(connection: number): void;
	/** One of its ends was closed or reset; the socket is about to be, or still has its other end. */
	ending(connection: number): void;
	/** It has no socket any more. */
	closed(connection: number): void;
}

export interface TapOptions {
	readonly print: (event: PrintedEvent) => void;
	/** Reports the capture's own notes, with the endpoint's handle. */
	readonly onOwnNote?: (listener: (endpoint: number, text: string) => void) => void;
	/** What sockets wait for besides the capture. */
	readonly holding?: readonly Held[];
	/** Prints no `data` events. */
	readonly quiet: boolean;
	/** Sees connections, whatever is printed. */
	readonly watch?: ConnectionWatch | undefined;
	/** Prints only matches. */
	readonly filter?: EventFilter | undefined;
}

/** How the data of an endpoint is shown as text. */
interface Texts {
	readonly charset?: CharsetName;
	readonly datagram?: boolean;
}

function textsOf({ kind, config }: CaptureEndpoint): Texts {
	return { charset: isObject(config) ? charsetOf(config) : 'utf-8', datagram: isDatagram(kind) };
}

interface Printed extends Texts {
	readonly endpoint: string;
	readonly ports: readonly number[];
}

/** An event in the filter's form. */
interface Passing {
	readonly connection: number;
	readonly kind: EventKind;
	readonly direction: Direction;
	readonly content: Uint8Array | string;
	readonly charset?: CharsetName | undefined;
	readonly datagram?: boolean | undefined;
}

const sided = (direction: Direction): { direction?: 'in' | 'out' } => (direction === 'none' ? {} : { direction });

const encoder = new TextEncoder();

/** Prints the events between the engine and the capture, and passes all of them on. Printing blocks no socket. */
export function createTap(capture: CaptureSink, options: TapOptions): CaptureSink {
	const { print, holding = [], quiet, watch, filter } = options;
	const names = new Map<number, string>();
	const texts = new Map<number, Texts>();
	const connections = new Map<number, Printed>();

	const now = (): string => new Date().toISOString();
	const of = (connection: number): Printed => connections.get(connection) ?? { endpoint: '', ports: [] };
	/** Milliseconds of the first event. */
	let first: number | undefined;

	/** Whether the filter permits printing it. Called for every event, because the first one is the zero of the time. */
	const passes = (
		endpoint: string,
		{ connection, kind, direction, content, charset = 'utf-8', datagram = false }: Passing,
	): boolean => {
		if (filter === undefined) return true;
		first ??= performance.now();
		return filter.passes({
			endpoint,
			connection,
			kind: EVENT_KINDS.indexOf(kind),
			direction: DIRECTIONS.indexOf(direction),
			length: typeof content === 'string' ? 0 : content.length,
			time: Math.round((performance.now() - first) * 1e6),
			ports: of(connection).ports,
			marked: false,
			note: '',
			content: typeof content === 'string' ? encoder.encode(content) : content,
			contentCharset: charset,
			datagram,
			protocol: undefined,
		});
	};

	const endpointEvent = (endpoint: number, kind: 'error' | 'note', text: string, says?: Sentence): void => {
		const name = names.get(endpoint) ?? '';
		if (!passes(name, { connection: 0, kind, direction: 'none', content: text })) return;
		const code = kind === 'error' ? systemError(text) : {};
		print({ event: kind, endpoint: name, ...code, message: text, says, time: now() });
	};

	options.onOwnNote?.((endpoint, text) => endpointEvent(endpoint, 'note', text));

	/** Rehearsed events are not printed. */
	let rehearsing = false;

	return {
		rehearse(work) {
			rehearsing = true;
			capture.rehearse?.(work);
			rehearsing = false;
		},
		addEndpoint(endpoint) {
			const handle = capture.addEndpoint(endpoint);
			names.set(handle, endpoint.name);
			texts.set(handle, textsOf(endpoint));
			return handle;
		},
		open(connection) {
			capture.open(connection);
			if (rehearsing) return;
			const { id, role, local, remote } = connection;
			const endpoint = names.get(connection.endpoint) ?? '';
			connections.set(id, { endpoint, ports: [local.port, remote.port], ...texts.get(connection.endpoint) });
			watch?.opened(id);
			const direction = role === 'accepted' ? 'in' : 'out';
			if (!passes(endpoint, { connection: id, kind: 'open', direction, content: openText(connection) })) return;
			const ends = local.unknown || remote.unknown ? { message: openText(connection) } : { local, remote };
			print({ event: 'open', endpoint, connection: id, direction, ...ends, time: now() });
		},
		data(connection, direction, bytes, mirrored) {
			capture.data(connection, direction, bytes, mirrored);
			if (quiet || rehearsing) return;
			const { endpoint, charset, datagram } = of(connection);
			if (!passes(endpoint, { connection, kind: 'data', direction, content: bytes, charset, datagram })) return;
			print({ event: 'data', endpoint, connection, direction, bytes, charset, datagram, time: now() });
		},
		connectionEvent(connection, kind, direction, text, says) {
			capture.connectionEvent(connection, kind, direction, text, says);
			if (kind === 'end' || kind === 'reset') watch?.ending(connection);
			const { endpoint } = of(connection);
			const wanted = passes(endpoint, { connection, kind, direction, content: text });
			if (kind === 'close') {
				connections.delete(connection);
				watch?.closed(connection);
			}
			if (!wanted) return;
			const code = kind === 'error' ? systemError(text) : {};
			print({
				event: kind,
				endpoint,
				connection,
				...sided(direction),
				...code,
				...(text === '' ? {} : { message: text }),
				says,
				time: now(),
			});
		},
		endpointEvent(endpoint, kind, text, says) {
			capture.endpointEvent(endpoint, kind, text, says);
			if (kind !== 'listening') endpointEvent(endpoint, kind, text, says);
			// The engine reports the address of `listening`: see listen.ts. The filter's time still starts with it.
			else passes(names.get(endpoint) ?? '', { connection: 0, kind, direction: 'none', content: text });
		},
		missed(endpoint, events, message) {
			capture.missed(endpoint, events, message);
			print({ event: 'note', endpoint: names.get(endpoint) ?? '', message, time: now() });
		},
		get saturated() {
			if (capture.saturated) return true;
			// For every chunk: without a closure.
			for (const each of holding) if (each.saturated) return true;
			return false;
		},
		onRelief(listener) {
			const check = (): void => {
				if (!this.saturated) listener();
			};
			const stops = [capture, ...holding].map((each) => each.onRelief(check));
			return () => {
				for (const stop of stops) stop();
			};
		},
	};
}
