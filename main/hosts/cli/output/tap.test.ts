import { describe, expect, it } from 'vitest';
import type { CaptureSink } from '../../../../common/capture/event.ts';
import { tcpServerConfigSchema } from '../../../../common/endpoints/index.ts';
import type { PrintedEvent } from './event.ts';
import { createTap } from './tap.ts';

/** A sink that the test can saturate. */
function valve() {
	const listeners = new Set<() => void>();
	let saturated = false;
	return {
		get saturated() {
			return saturated;
		},
		onRelief(listener: () => void) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		fill: () => {
			saturated = true;
		},
		relieve: () => {
			saturated = false;
			for (const listener of listeners) listener();
		},
	};
}

function setUp(quiet = false) {
	const captured: unknown[][] = [];
	const capture = valve();
	const sink: CaptureSink = Object.assign(Object.create(null, Object.getOwnPropertyDescriptors(capture)), {
		addEndpoint: () => 7,
		open: (...args: unknown[]) => captured.push(['open', ...args]),
		data: (...args: unknown[]) => captured.push(['data', ...args]),
		connectionEvent: (...args: unknown[]) => captured.push(['connectionEvent', ...args]),
		endpointEvent: (...args: unknown[]) => captured.push(['endpointEvent', ...args]),
	});
	const stdout = valve();
	const printed: PrintedEvent[] = [];
	let ownNote: (endpoint: number, text: string) => void = () => undefined;
	const tap = createTap(sink, {
		onOwnNote: (listener) => {
			ownNote = listener;
		},
		holding: [stdout],
		print: (event) => printed.push(event),
		quiet,
	});
	const config = tcpServerConfigSchema.parse({ kind: 'tcp-server', name: 'echo', port: 0 });
	tap.addEndpoint({ id: 'e', name: 'echo', kind: 'tcp-server', config });
	const open = (id: number, protocol: 'tcp' | 'udp'): void => {
		const address = { address: '127.0.0.1', port: 1 };
		tap.open({ id, endpoint: 7, protocol, role: 'accepted', local: address, remote: address, mirrored: false });
	};
	return { tap, capture, stdout, captured, printed, open, ownNote };
}

const bytes = Buffer.from('abc');

describe('the tap', () => {
	it('passes everything on immediately', () => {
		const says = { code: 'EOF', params: {} };
		const { tap, captured, open } = setUp();
		open(1, 'tcp');
		tap.data(1, 'in', bytes, true);
		tap.connectionEvent(1, 'close', 'none', '', says);
		tap.endpointEvent(7, 'listening', '127.0.0.1:1', says);
		expect(captured).toMatchObject([
			['open', { id: 1, endpoint: 7 }],
			['data', 1, 'in', bytes, true],
			['connectionEvent', 1, 'close', 'none', '', says],
			['endpointEvent', 7, 'listening', '127.0.0.1:1', says],
		]);
	});

	it('is saturated while either side is, and relieved when both are', () => {
		const { tap, capture, stdout } = setUp();
		let relieved = 0;
		const stop = tap.onRelief(() => {
			relieved += 1;
		});
		capture.fill();
		stdout.fill();
		expect(tap.saturated).toBe(true);
		stdout.relieve();
		expect([tap.saturated, relieved]).toEqual([true, 0]);
		capture.relieve();
		expect([tap.saturated, relieved]).toEqual([false, 1]);
		stdout.fill();
		expect(tap.saturated).toBe(true);
		stop();
		stdout.relieve();
		expect([tap.saturated, relieved]).toEqual([false, 1]);
	});

	it("prints the capture's own notes", () => {
		const { printed, ownNote } = setUp();
		ownNote(7, 'Lost before this point: 1 event');
		expect(printed).toMatchObject([{ event: 'note', endpoint: 'echo', message: 'Lost before this point: 1 event' }]);
	});

	it('extracts the code of an error from its sentence', () => {
		const { tap, printed, open } = setUp(true);
		open(1, 'tcp');
		tap.data(1, 'in', bytes, false);
		tap.connectionEvent(1, 'error', 'out', 'EPIPE (32): gone');
		tap.endpointEvent(7, 'error', 'too many');
		expect(printed.slice(1)).toMatchObject([
			{
				event: 'error',
				endpoint: 'echo',
				connection: 1,
				direction: 'out',
				errno: 'EPIPE',
				message: 'EPIPE (32): gone',
			},
			{ event: 'error', endpoint: 'echo', message: 'too many' },
		]);
		expect(printed.at(-1)).not.toHaveProperty('errno');
	});
});
