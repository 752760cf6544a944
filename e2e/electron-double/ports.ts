import { incoming, tellDriver } from './link.ts';
import { LoudEmitter, loud } from './loud.ts';
import type { ToDouble } from './messages.ts';

/** Ports whose other end is in a page, by their shared number. */
const remote = new Map<number, Port>();
let lastNumber = 0;

class Port extends LoudEmitter {
	/** The other end, while it is still in this process. */
	peer: Port | undefined;
	/** Set while the other end is in a page. */
	number: number | undefined;
	started = false;
	closed = false;
	/** Transferred with a message: unusable here. */
	gone = false;
	readonly waiting: unknown[] = [];

	constructor() {
		super('MessagePortMain', ['message', 'close']);
	}

	postMessage(message: unknown, transfer: readonly unknown[] = []): void {
		// Electron 24 and later throw; earlier versions crashed (electron#37565).
		if (transfer.length > 0) throw new TypeError('Port at index 0 is not a valid port');
		if (this.gone) throw new Error('This port has been given to a page.');
		if (this.closed) return;
		const copy: unknown = structuredClone(message);
		if (this.number !== undefined) tellDriver({ type: 'port-message', port: this.number, data: copy });
		else this.peer?.receive(copy);
	}

	receive(data: unknown): void {
		if (this.closed) return;
		if (this.started) setImmediate(() => !this.closed && this.emit('message', { data, ports: [] }));
		else this.waiting.push(data);
	}

	start(): void {
		if (this.started) return;
		this.started = true;
		for (const data of this.waiting.splice(0)) this.receive(data);
	}

	close(): void {
		if (this.closed) return;
		const { number, peer } = this;
		this.ended();
		if (number !== undefined) tellDriver({ type: 'port-close', port: number });
		else peer?.ended();
	}

	/** After received messages: a close never overtakes a message. */
	ended(): void {
		if (this.number !== undefined) remote.delete(this.number);
		setImmediate(() => {
			if (this.closed) return;
			this.closed = true;
			this.emit('close');
		});
	}
}

export class MessageChannelMain {
	readonly port1: Port;
	readonly port2: Port;

	constructor() {
		const [first, second] = [new Port(), new Port()];
		first.peer = second;
		second.peer = first;
		this.port1 = loud('MessagePortMain', first);
		this.port2 = loud('MessagePortMain', second);
	}
}

/** Transfers a port: its other end is connected to a page from now on. Received messages are transferred too. */
export function givePort(port: unknown): number {
	if (!(port instanceof Port) || port.peer === undefined || port.gone || port.closed) {
		throw new TypeError('Port at index 0 is not a valid port');
	}
	const number = ++lastNumber;
	const other = port.peer;
	port.gone = true;
	other.number = number;
	other.peer = undefined;
	remote.set(number, other);
	// After the message that carries the port, which is sent in this same turn.
	const waiting = port.waiting.splice(0);
	queueMicrotask(() => {
		for (const data of waiting) tellDriver({ type: 'port-message', port: number, data });
	});
	return number;
}

incoming.on('port-message', ({ port, data }: Extract<ToDouble, { type: 'port-message' }>) =>
	remote.get(port)?.receive(data),
);
incoming.on('port-close', ({ port }: Extract<ToDouble, { type: 'port-close' }>) => remote.get(port)?.ended());
