import {
	type CaptureSink,
	DIRECTIONS,
	type Direction,
	EVENT_KINDS,
	type EventKind,
} from '../../../common/capture/event.ts';
import { openText } from '../../../common/capture/open-text.ts';
import { type PrintedEvent, systemError } from './event.ts';
import type { EventFilter } from './event-filter.ts';
import type { Output } from './output.ts';

/** Something whose reader may be behind, for which sockets then wait. */
export type Held = Pick<Output, 'saturated' | 'onRelief'>;

export interface TapOptions {
	/** Where what is printed goes; sockets are held back while its reader is behind. */
	readonly output: Output;
	readonly print: (event: PrintedEvent) => void;
	/** Tells of the notes that the capture makes by itself, with the endpoint's handle. */
	readonly onOwnNote?: (listener: (endpoint: number, text: string) => void) => void;
	/** The capture's own reader, where it has one. */
	readonly pipe?: Held | undefined;
	/** Prints no `data` events. */
	readonly quiet: boolean;
	/** Prints only what it lets through. */
	readonly filter?: EventFilter | undefined;
}

interface Printed {
	readonly endpoint: string;
	readonly udp: boolean;
	readonly ports: readonly number[];
}

/** An event as the filter asks of it. */
interface Passing {
	readonly connection: number;
	readonly kind: EventKind;
	readonly direction: Direction;
	readonly content: Uint8Array | string;
}

const sided = (direction: Direction): { direction?: 'in' | 'out' } => (direction === 'none' ? {} : { direction });

const encoder = new TextEncoder();

/**
 * Prints what passes from the engine to the capture, and hands all of it on. The one thing that it may leave
 * out is the print of UDP data while stdout's reader is behind, because datagrams cannot be held back: the
 * capture has them, and a `note` counts them.
 */
export function createTap(capture: CaptureSink, options: TapOptions): CaptureSink {
	const { output, print, pipe, quiet, filter } = options;
	const names = new Map<number, string>();
	const connections = new Map<number, Printed>();
	let unprinted = 0;

	const now = (): string => new Date().toISOString();
	const of = (connection: number): Printed => connections.get(connection) ?? { endpoint: '', udp: false, ports: [] };
	/** Milliseconds of the first event. */
	let first: number | undefined;

	/** Whether the filter lets it be printed. Asked of every event, as the first one begins the time. */
	const passes = (endpoint: string, { connection, kind, direction, content }: Passing): boolean => {
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
		});
	};

	output.onRelief(() => {
		if (unprinted === 0) return;
		const message = `${unprinted} UDP data events were captured but not printed: the reader of stdout is too slow.`;
		print({ event: 'note', endpoint: [...names.values()].at(-1) ?? '', message, time: now() });
		unprinted = 0;
	});

	const endpointEvent = (endpoint: number, kind: 'error' | 'note', text: string): void => {
		const name = names.get(endpoint) ?? '';
		if (!passes(name, { connection: 0, kind, direction: 'none', content: text })) return;
		const code = kind === 'error' ? systemError(text) : {};
		print({ event: kind, endpoint: name, ...code, message: text, time: now() });
	};

	options.onOwnNote?.((endpoint, text) => endpointEvent(endpoint, 'note', text));

	/** Nothing is printed of what only passes for practice. */
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
			return handle;
		},
		open(connection) {
			capture.open(connection);
			if (rehearsing) return;
			const { id, protocol, role, local, remote } = connection;
			const endpoint = names.get(connection.endpoint) ?? '';
			connections.set(id, { endpoint, udp: protocol === 'udp', ports: [local.port, remote.port] });
			const direction = role === 'accepted' ? 'in' : 'out';
			if (!passes(endpoint, { connection: id, kind: 'open', direction, content: openText(connection) })) return;
			const ends = local.unknown || remote.unknown ? { message: openText(connection) } : { local, remote };
			print({ event: 'open', endpoint, connection: id, direction, ...ends, time: now() });
		},
		data(connection, direction, bytes, mirrored) {
			capture.data(connection, direction, bytes, mirrored);
			if (quiet || rehearsing) return;
			const { endpoint, udp } = of(connection);
			if (!passes(endpoint, { connection, kind: 'data', direction, content: bytes })) return;
			if (udp && output.saturated) {
				unprinted += 1;
				return;
			}
			print({ event: 'data', endpoint, connection, direction, bytes, time: now() });
		},
		connectionEvent(connection, kind, direction, text) {
			capture.connectionEvent(connection, kind, direction, text);
			const { endpoint } = of(connection);
			const wanted = passes(endpoint, { connection, kind, direction, content: text });
			if (kind === 'close') connections.delete(connection);
			if (!wanted) return;
			const code = kind === 'error' ? systemError(text) : {};
			print({
				event: kind,
				endpoint,
				connection,
				...sided(direction),
				...code,
				...(text === '' ? {} : { message: text }),
				time: now(),
			});
		},
		endpointEvent(endpoint, kind, text) {
			capture.endpointEvent(endpoint, kind, text);
			if (kind !== 'listening') endpointEvent(endpoint, kind, text);
			// The address of `listening` is the engine's to tell: see listen.ts. The filter's time begins with it all the same.
			else passes(names.get(endpoint) ?? '', { connection: 0, kind, direction: 'none', content: text });
		},
		missed(endpoint, events, message) {
			capture.missed(endpoint, events, message);
			print({ event: 'note', endpoint: names.get(endpoint) ?? '', message, time: now() });
		},
		get saturated() {
			return capture.saturated || output.saturated || (pipe?.saturated ?? false);
		},
		onRelief(listener) {
			const check = (): void => {
				if (!this.saturated) listener();
			};
			const stops = [capture, output, ...(pipe ? [pipe] : [])].map((each) => each.onRelief(check));
			return () => {
				for (const stop of stops) stop();
			};
		},
	};
}
