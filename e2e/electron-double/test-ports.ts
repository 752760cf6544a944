import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { type EmitterPort, messagePortMainTransport } from '../../common/rpc/message-port.ts';
import type { Transport } from '../../common/rpc/transport.ts';
import { HTTPS, type ToDouble, type ToDriver } from './messages.ts';

type Tell = (message: ToDouble) => void;

/** The test's end of a channel to the main bundle. */
class TestPort extends EventEmitter implements EmitterPort {
	readonly #port: number;
	readonly #tell: Tell;
	/** Received before it was started. */
	#waiting: unknown[] | undefined = [];

	constructor(port: number, tell: Tell) {
		super();
		this.#port = port;
		this.#tell = tell;
	}

	postMessage(data: Uint8Array | null): void {
		this.#tell({ type: 'port-message', port: this.#port, data });
	}

	start(): void {
		const waiting = this.#waiting ?? [];
		this.#waiting = undefined;
		for (const data of waiting) this.receive(data);
	}

	receive(data: unknown): void {
		if (this.#waiting === undefined) this.emit('message', { data });
		else this.#waiting.push(data);
	}

	close(): void {
		this.#tell({ type: 'port-close', port: this.#port });
	}
}

/** The channels of a test's own clients to the main bundle, which serves them as it serves pages. */
export class TestPorts {
	readonly #tell: Tell;
	readonly #ports = new Map<number, TestPort>();
	/** Of those who wait for a port, by the id of the request. */
	readonly #requests = new Map<unknown, PromiseWithResolvers<TestPort>>();

	constructor(tell: Tell) {
		this.#tell = tell;
	}

	/** Requests a port through the product's bridge, as a page beside that of this window. */
	async request(window: number): Promise<Transport> {
		const id = randomUUID();
		const port = Promise.withResolvers<TestPort>();
		this.#requests.set(id, port);
		this.#tell({
			type: 'from-page',
			window,
			channel: 'wirebench:request-port',
			args: [id],
			origin: HTTPS.app(HTTPS.origin),
			isMainFrame: true,
			beside: true,
		});
		return messagePortMainTransport(await port.promise);
	}

	/** Whether a message of the double was for one of these channels. */
	took(message: Exclude<ToDriver, { type: 'answer' }>): boolean {
		if (message.type === 'to-page') {
			const [id] = message.args;
			const request = this.#requests.get(id);
			const [number] = message.ports;
			if (request === undefined || number === undefined) return false;
			this.#requests.delete(id);
			const port = new TestPort(number, this.#tell);
			this.#ports.set(number, port);
			request.resolve(port);
			return true;
		}
		if (message.type !== 'port-message' && message.type !== 'port-close') return false;
		const port = this.#ports.get(message.port);
		if (message.type === 'port-message') port?.receive(message.data);
		else if (this.#ports.delete(message.port)) port?.emit('close');
		return port !== undefined;
	}

	/** The main bundle has ended: nobody gets a port any more. */
	reject(error: Error): void {
		for (const request of this.#requests.values()) request.reject(error);
	}
}
