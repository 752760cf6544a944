import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { onTestFinished } from 'vitest';
import type { CaptureConnection, CaptureSink, Direction, EventKind } from '../../common/capture/event.ts';
import { openText } from '../../common/capture/open-text.ts';
import type { EndpointConfig } from '../../common/endpoints/index.ts';

/** Creates folders that are removed after each test. */
export function temporaryFolders(): () => string {
	return () => {
		const folder = mkdtempSync(join(tmpdir(), 'wirebench-capture-'));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		return join(folder, 'capture');
	};
}

/** The expected row of an event, and its bytes. */
export interface Expected {
	endpoint: string;
	connection: number;
	kind: EventKind;
	direction: Direction;
	text: string;
	bytes: Uint8Array;
}

export const NO_BYTES = new Uint8Array(0);

/** Bytes that differ by position, so that a mix-up is detected. */
export function pattern(length: number, seed: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(length);
	let state = (seed * 2_654_435_761 + 1) >>> 0;
	for (let i = 0; i < length; i++) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
		bytes[i] = state >>> 24;
	}
	return bytes;
}

const CONFIG: EndpointConfig = {
	kind: 'udp',
	name: 'Any',
	host: '127.0.0.1',
	port: 0,
	responder: { rules: [] },
};

/** Passes events to a sink and records their expected rows. */
export class Recording {
	readonly expected: Expected[] = [];
	readonly #sink: CaptureSink;
	readonly #endpoints = new Map<number, string>();
	readonly #connections = new Map<number, CaptureConnection>();

	constructor(sink: CaptureSink) {
		this.#sink = sink;
	}

	endpoint(name: string): number {
		const handle = this.#sink.addEndpoint({ id: `id-${name}`, name, kind: 'udp', config: { ...CONFIG, name } });
		this.#endpoints.set(handle, name);
		return handle;
	}

	open(connection: CaptureConnection): void {
		this.#connections.set(connection.id, connection);
		this.#sink.open(connection);
		const direction = connection.role === 'accepted' ? 'in' : 'out';
		this.#expect(connection.id, 'open', direction, openText(connection), NO_BYTES);
	}

	data(connection: number, direction: 'in' | 'out', bytes: Uint8Array, mirrored = false): void {
		// The sink must have copied when it returns: it gets bytes that change afterwards.
		const lent = bytes.slice();
		this.#sink.data(connection, direction, lent, mirrored);
		lent.fill(0xee);
		this.#expect(connection, 'data', direction, '', bytes);
	}

	event(id: number, kind: 'end' | 'close' | 'reset' | 'error' | 'note', direction: Direction, text = ''): void {
		this.#sink.connectionEvent(id, kind, direction, text);
		this.#expect(id, kind, direction, text, NO_BYTES);
	}

	endpointEvent(handle: number, kind: 'listening' | 'error' | 'note', text: string): void {
		this.#sink.endpointEvent(handle, kind, text);
		const endpoint = this.#endpoints.get(handle) ?? '';
		this.expected.push({ endpoint, connection: 0, kind, direction: 'none', text, bytes: NO_BYTES });
	}

	/** All bytes of a connection in one direction. */
	stream(connection: number, direction: 'in' | 'out'): Buffer {
		const parts = this.expected.filter((event) => event.connection === connection && event.direction === direction);
		return Buffer.concat(parts.map((event) => event.bytes));
	}

	#expect(connection: number, kind: EventKind, direction: Direction, text: string, bytes: Uint8Array): void {
		const endpoint = this.#endpoints.get(this.#connections.get(connection)?.endpoint ?? 0) ?? '';
		this.expected.push({ endpoint, connection, kind, direction, text, bytes });
	}
}

const address = fc.constantFrom('127.0.0.1', '::1', '::ffff:10.1.2.3', 'fe80::1%eth0', '192.168.0.7', '2001:db8::5');
const someEnd = fc.record({ address, port: fc.integer({ min: 0, max: 65_535 }) });
const length = fc.oneof(
	{ weight: 6, arbitrary: fc.integer({ min: 0, max: 200 }) },
	{ weight: 2, arbitrary: fc.integer({ min: 400, max: 70_000 }) },
	{ weight: 1, arbitrary: fc.constantFrom(65_491, 65_492, 65_493, 261_968, 261_969, 600_000) },
);
const side = fc.constantFrom('in' as const, 'out' as const);
const someText = fc.oneof(
	fc.string({ maxLength: 20 }),
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.constantFrom('', ': ', '#3 close', 'in', 'two\nlines', 'ECONNRESET: the peer reset the connection'),
);

const step = fc.oneof(
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('open' as const),
			protocol: fc.constantFrom('tcp' as const, 'udp' as const),
			role: fc.constantFrom('accepted' as const, 'opened' as const),
			local: someEnd,
			remote: someEnd,
			mirrored: fc.boolean(),
			endpoint: fc.nat(),
		}),
	},
	{
		weight: 8,
		arbitrary: fc.record({ do: fc.constant('data' as const), which: fc.nat(), side, length, mirrored: fc.boolean() }),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('event' as const),
			which: fc.nat(),
			kind: fc.constantFrom('end' as const, 'close' as const, 'reset' as const, 'error' as const, 'note' as const),
			direction: fc.constantFrom('none' as const, 'in' as const, 'out' as const),
			text: someText,
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('endpoint' as const),
			endpoint: fc.nat(),
			kind: fc.constantFrom('listening' as const, 'error' as const, 'note' as const),
			text: someText,
		}),
	},
);

/** Any order of events that the sink permits, plausible for TCP or not. */
export const steps = fc.array(step, { minLength: 1, maxLength: 60 });
export type Steps = (typeof steps)['generate'] extends (...args: never[]) => { value: infer V } ? V : never;

/** Plays steps to a recording; those on a connection that is not open are skipped. */
export function play(recording: Recording, script: Steps): void {
	const endpoints = ['One', 'Two — “zwei”'].map((name) => recording.endpoint(name));
	const endpointOf = (n: number) => endpoints[n % endpoints.length] ?? 0;
	const open: CaptureConnection[] = [];
	let next = 1;
	for (const [i, step] of script.entries()) {
		if (step.do === 'endpoint') {
			recording.endpointEvent(endpointOf(step.endpoint), step.kind, clean(step.text));
			continue;
		}
		if (step.do === 'open') {
			const { protocol, role, local, remote } = step;
			const mirrored = step.mirrored && role === 'opened' && protocol === 'tcp';
			const connection = { id: next++, endpoint: endpointOf(step.endpoint), protocol, role, local, remote, mirrored };
			open.push(connection);
			recording.open(connection);
			continue;
		}
		const connection = open[step.which % Math.max(1, open.length)];
		if (!connection) continue;
		if (step.do === 'data') {
			const mirrored = connection.mirrored || (connection.protocol === 'udp' && step.mirrored && step.side === 'out');
			const length = connection.protocol === 'udp' ? step.length % 65_528 : step.length;
			recording.data(connection.id, step.side, pattern(length, i), mirrored);
		} else {
			recording.event(connection.id, step.kind, step.direction, clean(step.text));
			if (step.kind === 'close') open.splice(open.indexOf(connection), 1);
		}
	}
}

/** Comments contain no NUL and no half surrogates; neither should expected texts. */
function clean(text: string): string {
	return text.toWellFormed().replaceAll('\0', '\ufffd');
}
