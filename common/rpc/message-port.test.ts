import { expect, test } from 'vitest';
import { LIMITS } from '../contract/base/limits.ts';
import { type EmitterPort, messagePortMainTransport, messagePortTransport } from './message-port.ts';
import { describeTransport } from './transport-suite.fixture.ts';

/** A web port with the interface of Electron's. */
function emitterPort(port: MessagePort): EmitterPort {
	return {
		postMessage: (message) => port.postMessage(message),
		start: () => port.start(),
		close: () => port.close(),
		on: (type: 'message' | 'close', listener: (event: { data: unknown }) => void) => {
			if (type === 'message') port.addEventListener('message', (event) => listener({ data: event.data }));
			else port.addEventListener('close', () => listener({ data: undefined }));
		},
	};
}

describeTransport(
	'a message port',
	() => {
		const { port1, port2 } = new MessageChannel();
		return { client: messagePortTransport(port1), server: messagePortTransport(port2) };
	},
	{ largest: false },
);

describeTransport("a message port with Electron's events at the host", () => {
	const { port1, port2 } = new MessageChannel();
	return { client: messagePortTransport(port1), server: messagePortMainTransport(emitterPort(port2)) };
});

/** A transport, and the bare port at its other end. */
function halfOpen() {
	const { port1, port2 } = new MessageChannel();
	const transport = messagePortTransport(port1);
	const frames: Uint8Array[] = [];
	const closed = new Promise<void>((resolve) => transport.onClose(resolve));
	transport.onMessage((frame) => frames.push(frame));
	const peerClosed = new Promise<void>((resolve) => port2.addEventListener('close', () => resolve()));
	const nextMessage = () =>
		new Promise<unknown>((resolve) =>
			port2.addEventListener('message', (event) => resolve(event.data), { once: true }),
		);
	// Node delays a port's close until earlier messages have been read, and reads only with a listener.
	port2.addEventListener('message', () => undefined);
	port2.start();
	return { transport, port: port2, frames, closed, peerClosed, nextMessage };
}

test.each([
	['a string', 'hello'],
	['null', null],
	['an object', { length: 1 }],
	['an ArrayBuffer', new ArrayBuffer(8)],
	['other numbers than bytes', new Uint16Array(2)],
	['more than a frame', new Uint8Array(LIMITS.frameBytes + 1)],
])('%s from the other side ends the transport', async (_what, message) => {
	const { port, frames, closed, peerClosed } = halfOpen();
	port.postMessage(message);
	port.postMessage(Uint8Array.of(1));
	await closed;
	await peerClosed;
	expect(frames).toEqual([]);
});

test('closing sends a message of its own, for a page without a close event', async () => {
	const { transport, nextMessage, peerClosed } = halfOpen();
	const received = nextMessage();
	transport.close();
	expect(await received).toBe(null);
	await peerClosed;
});

test('a full frame passes', async () => {
	const { transport, port, peerClosed } = halfOpen();
	const received = new Promise<Uint8Array>((resolve) => transport.onMessage(resolve));
	port.postMessage(new Uint8Array(LIMITS.frameBytes).fill(7));
	expect((await received).byteLength).toBe(LIMITS.frameBytes);
	transport.close();
	await peerClosed;
});

test('a frame that is a view of a large buffer is sent without the rest of it', async () => {
	const { transport, nextMessage, peerClosed } = halfOpen();
	const received = nextMessage();
	transport.send(new Uint8Array(1_000_000).subarray(500, 510));
	const frame = await received;
	if (!(frame instanceof Uint8Array)) throw new Error('Bytes were sent, and something else came.');
	expect([frame.byteLength, frame.buffer.byteLength]).toEqual([10, 10]);
	transport.close();
	await peerClosed;
});

test('the sender keeps its bytes: nothing is transferred', () => {
	const { transport } = halfOpen();
	const frame = Uint8Array.of(1, 2, 3);
	transport.send(frame);
	expect(frame.byteLength).toBe(3);
	transport.close();
});

test('the end is reported once, also to a late listener, and nothing is sent after it', async () => {
	const { port1, port2 } = new MessageChannel();
	const transport = messagePortTransport(port1);
	transport.onMessage(() => undefined);
	let ends = 0;
	transport.onClose(() => ends++);
	const gone = new Promise<void>((resolve) => port1.addEventListener('close', () => resolve()));
	port2.close();
	await gone;
	transport.close();
	transport.send(Uint8Array.of(1));
	expect(ends).toBe(1);
	await new Promise<void>((resolve) => transport.onClose(resolve));
});
