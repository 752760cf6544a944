import { LIMITS } from '../contract/base/limits.ts';
import type { Transport } from './transport.ts';

/** The common part of a DOM MessagePort and that of node:worker_threads. */
export interface EventPort {
	postMessage(message: Uint8Array | null): void;
	start(): void;
	close(): void;
	addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
	addEventListener(type: 'close', listener: () => void): void;
}

/** Electron's MessagePortMain: the same port with Node's events. */
export interface EmitterPort {
	postMessage(message: Uint8Array | null): void;
	start(): void;
	close(): void;
	on(type: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
	on(type: 'close', listener: () => void): unknown;
}

interface Port {
	postMessage(message: Uint8Array | null): void;
	start(): void;
	close(): void;
}

/**
 * The last message of a closing transport. A page does not learn that a port has closed: Chromium (156) has the `close`
 * event of the HTML standard switched off. Node and Electron's main process have the event, which also reports ends
 * without this message, such as a page reload.
 */
const END = null;

/**
 * Frames over a port whose other end another program may hold: anything but a Uint8Array of at most LIMITS.frameBytes
 * ends the transport. Bytes are always copied, with an empty transfer list, because Electron's main process loses a
 * message whose list has an ArrayBuffer in it.
 */
class PortTransport implements Transport {
	readonly #port: Port;
	#onMessage: ((frame: Uint8Array) => void) | undefined;
	#onClose: (() => void) | undefined;
	#closed = false;

	constructor(port: Port) {
		this.#port = port;
	}

	send(frame: Uint8Array): void {
		if (this.#closed) return;
		// A view is cloned with its whole buffer, which for a slice of a large message is the large message.
		this.#port.postMessage(frame.byteLength === frame.buffer.byteLength ? frame : frame.slice());
	}

	/** The port itself queues messages until it is started. */
	onMessage(listener: (frame: Uint8Array) => void): void {
		this.#onMessage = listener;
		this.#port.start();
	}

	onClose(listener: () => void): void {
		this.#onClose = listener;
		if (this.#closed) this.#tellClosed();
	}

	close(): void {
		if (this.#closed) return;
		this.#closed = true;
		this.#port.postMessage(END);
		this.#port.close();
		this.#tellClosed();
	}

	received(data: unknown): void {
		if (this.#closed) return;
		if (data instanceof Uint8Array && data.byteLength <= LIMITS.frameBytes) this.#onMessage?.(data);
		else this.close();
	}

	#tellClosed(): void {
		const listener = this.#onClose;
		this.#onClose = undefined;
		listener?.();
	}
}

/** A transport over a DOM or worker_threads MessagePort that is not started yet. */
export function messagePortTransport(port: EventPort): Transport {
	const transport = new PortTransport(port);
	port.addEventListener('message', (event) => transport.received(event.data));
	port.addEventListener('close', () => transport.close());
	return transport;
}

/** A transport over an Electron MessagePortMain that is not started yet. */
export function messagePortMainTransport(port: EmitterPort): Transport {
	const transport = new PortTransport(port);
	port.on('message', (event) => transport.received(event.data));
	port.on('close', () => transport.close());
	return transport;
}
