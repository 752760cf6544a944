import { LIMITS } from '../contract/base/limits.ts';
import type { Transport } from './transport.ts';

/** The part of a WebSocket that a transport needs: the browser's fits, and so does that of the npm package `ws`. */
export interface WebSocketLike {
	binaryType: string;
	/** 0 connecting, 1 open, 2 closing, 3 closed. */
	readonly readyState: number;
	/** Bytes handed to `send` that have not reached the network yet. */
	readonly bufferedAmount: number;
	send(data: Uint8Array<ArrayBuffer>): void;
	close(code?: number, reason?: string): void;
	addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
	addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const OPEN = 1;
const CLOSED = 3;

/** Close codes of RFC 6455 section 7.4.1, and from 4000 on those of applications, which a page may use too. */
const UNSUPPORTED_DATA = 4003;
const TOO_SLOW = 4008;

/** Unsent bytes at which a peer that does not read is disconnected: two messages of the largest size. */
const MAX_BUFFERED_BYTES = 2 * LIMITS.messageBytes;

/** A transport over an open WebSocket. Text messages are refused; a peer that stops reading is disconnected. */
export function webSocketTransport(socket: WebSocketLike): Transport {
	socket.binaryType = 'arraybuffer';
	const early: Uint8Array[] = [];
	let receive: ((frame: Uint8Array) => void) | undefined;
	let onClose: (() => void) | undefined;
	let closed = socket.readyState === CLOSED;

	socket.addEventListener('message', ({ data }) => {
		if (!(data instanceof ArrayBuffer)) {
			socket.close(UNSUPPORTED_DATA, 'Messages are binary.');
			return;
		}
		const frame = new Uint8Array(data);
		if (receive === undefined) early.push(frame);
		else receive(frame);
	});
	// An error is always followed by a close, which is handled; without a listener it would end a Node process.
	socket.addEventListener('error', () => undefined);
	socket.addEventListener('close', () => {
		if (closed) return;
		closed = true;
		onClose?.();
	});

	return {
		send: (frame) => {
			if (socket.readyState !== OPEN) return;
			if (socket.bufferedAmount > MAX_BUFFERED_BYTES) {
				socket.close(TOO_SLOW, 'The other side does not read.');
				return;
			}
			socket.send(toOwnBuffer(frame));
		},
		onMessage: (listener) => {
			receive = listener;
			for (const frame of early.splice(0)) listener(frame);
		},
		onClose: (listener) => {
			onClose = listener;
			if (closed) listener();
		},
		close: () => socket.close(1000),
		buffered: () => socket.bufferedAmount,
	};
}

/** Waits until `socket` is open. Rejects, with a sentence for people, when it closes first. */
export function connectWebSocket(socket: WebSocketLike): Promise<Transport> {
	return new Promise((resolve, reject) => {
		socket.addEventListener('error', () => undefined);
		socket.addEventListener('open', () => resolve(webSocketTransport(socket)));
		socket.addEventListener('close', () => reject(new Error('The connection to Wirebench could not be opened.')));
	});
}

/** The same bytes in a buffer that a WebSocket accepts; copied only from shared memory. */
function toOwnBuffer(frame: Uint8Array): Uint8Array<ArrayBuffer> {
	const { buffer } = frame;
	return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, frame.byteOffset, frame.byteLength) : frame.slice();
}
