import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { loadCLibrary } from '../../native/koffi.ts';
import { Polled } from '../../native/polled.ts';
import { SocketCalls } from '../../native/socket-calls.ts';
import { SO_RCVBUF, SOL_SOCKET } from '../../native/socket-numbers.ts';
import { BATCH, batchAfter, QUEUED_BYTES } from '../bulk/batch.ts';
import { BulkCalls } from '../bulk/calls.ts';
import { sharedInbox } from '../bulk/inboxes.ts';
import type { Inbox } from '../bulk/messages.ts';
import type { FromReceiving, ReceivingData, ToReceiving } from './messages.ts';
import { viewRing } from './ring.ts';
import { RingWriter } from './ring-writer.ts';
import { WaitCalls } from './wait-calls.ts';

/** Calls for one socket before the others are looked at. */
const ROUNDS = 16;

/**
 * Milliseconds without a look after one that has found at least a batch: it costs less to read many at once than to wake up for each
 * packet. Only where what has arrived since the last look filled less than this part of the system's queue.
 */
const REST_MS = 1;
const REST_PART = 1 / 8;

/** `many`: at least a batch waited. `urgent`: also too much for a rest. */
type Pace = 'few' | 'many' | 'urgent';

interface Source {
	readonly socket: number;
	readonly descriptor: number;
	readonly inbox: Inbox;
	most: number;
}

/** Reads sockets whose datagrams node:dgram does not read any more, and writes them to the ring. Runs until it is asked to end. */
export class Receiving {
	readonly #port: MessagePort;
	readonly #event: number;
	readonly #calls: BulkCalls;
	readonly #socketCalls: SocketCalls;
	readonly #waits: WaitCalls;
	readonly #writer: RingWriter;
	readonly #sources = new Map<number, Source>();

	/** Throws where this thread cannot load the calls. */
	constructor(port: MessagePort, { memory, event, resources }: ReceivingData) {
		const library = loadCLibrary(resources);
		this.#port = port;
		this.#event = event;
		this.#calls = new BulkCalls(library);
		this.#socketCalls = new SocketCalls(library);
		this.#waits = new WaitCalls(library);
		this.#writer = new RingWriter(viewRing(memory), () => this.#tell('look'));
	}

	run(): void {
		this.#tell('started');
		const event = new Polled([this.#event]);
		let sources: readonly Source[] = [];
		let polled = event;
		for (;;) {
			this.#waits.wait(polled, -1);
			let pace: Pace = 'few';
			for (const [n, source] of sources.entries()) {
				if (!polled.open(n + 1)) this.#sources.delete(source.socket);
				else if (polled.ready(n + 1)) {
					const one = this.#receive(source);
					if (one === 'urgent' || pace === 'few') pace = one;
				}
			}
			if (pace === 'many') this.#waits.wait(event, REST_MS);
			else if (!polled.ready(0)) continue;
			if (this.#waits.clear(this.#event)) {
				if (!this.#obey()) return;
				sources = [...this.#sources.values()];
				polled = new Polled([this.#event, ...sources.map(({ descriptor }) => descriptor)]);
			}
		}
	}

	#tell(message: FromReceiving): void {
		this.#port.postMessage(message);
	}

	/** Does what the main thread has asked. Returns whether to go on. */
	#obey(): boolean {
		for (;;) {
			const received: { readonly message: ToReceiving } | undefined = receiveMessageOnPort(this.#port);
			if (received === undefined) return true;
			const { message } = received;
			if (message.does === 'end') return false;
			if (message.does === 'receive') {
				const { socket, descriptor, family } = message;
				this.#sources.set(socket, { socket, descriptor, inbox: sharedInbox(this.#calls, family), most: BATCH });
			} else {
				this.#sources.delete(message.socket);
				this.#writer.left(message.socket);
			}
		}
	}

	#receive(source: Source): Pace {
		const { socket, descriptor, inbox } = source;
		let all = 0;
		let bytes = 0;
		for (let round = 0; round < ROUNDS; round++) {
			const { most } = source;
			const count = this.#calls.receive(descriptor, inbox.headers, most);
			if (count < 0) this.#writer.failed(socket, -count);
			if (count <= 0) return this.#pace(source, all, bytes);
			const size = this.#writer.datagrams(socket, inbox.batch, count);
			source.most = batchAfter(size);
			all += count;
			bytes += size;
			if (count < most) return this.#pace(source, all, bytes);
		}
		return 'urgent';
	}

	#pace({ descriptor }: Source, count: number, bytes: number): Pace {
		if (count < BATCH) return 'few';
		const room = this.#socketCalls.number(descriptor, SOL_SOCKET, SO_RCVBUF) ?? 0;
		return bytes + count * QUEUED_BYTES < room * REST_PART ? 'many' : 'urgent';
	}
}
