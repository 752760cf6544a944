import type { Worker } from 'node:worker_threads';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { messageOf } from '../../../../common/contract/base/message-of.ts';
import { startWorker } from '../../../threads/start.ts';
import { callFailure } from '../../native/failure.ts';
import { loadCLibrary, packagedResources } from '../../native/koffi.ts';
import { sliceEnd } from '../../rules/loop-budget.ts';
import { ENOUGH_BYTES } from '../bulk/batch.ts';
import type { BulkSocket } from '../bulk/bulk-socket.ts';
import type { BulkCalls } from '../bulk/calls.ts';
import type { Drained } from '../bulk/drain.ts';
import type { FromReceiving, ReceivingData, ToReceiving } from './messages.ts';
import { createRing, LEFT, viewRing } from './ring.ts';
import { RingReader, type RingRecord } from './ring-reader.ts';
import { canStopReading, stopReading } from './stop-reading.ts';
import { WaitCalls } from './wait-calls.ts';

/** A socket that the thread reads, or that waits for its start. */
export class TakenSocket {
	readonly bulk: BulkSocket;
	readonly to: Drained;
	/** Whether the thread reads it, instead of node:dgram. */
	reading = false;
	readonly #left = Promise.withResolvers<void>();
	readonly #leave: () => void;
	#leaving = false;

	constructor(bulk: BulkSocket, to: Drained, leave: () => void) {
		this.bulk = bulk;
		this.to = to;
		this.#leave = leave;
	}

	get leaving(): boolean {
		return this.#leaving;
	}

	/** Stops reading it; nobody reads it after that. Resolves when all datagrams that were read are handed over. */
	leave(): Promise<void> {
		if (!this.#leaving) {
			this.#leaving = true;
			this.#leave();
		}
		return this.#left.promise;
	}

	/** No more datagrams follow. */
	left(): void {
		this.#left.resolve();
	}
}

/**
 * A thread that waits for the datagrams of sockets under a flood, so that they are read while the main thread is busy. It starts with the
 * first such socket and ends with the last.
 */
class ReceivingThread {
	readonly #worker: Worker;
	readonly #waits: WaitCalls;
	readonly #event: number;
	readonly #reader: RingReader;
	readonly #sockets = new Map<number, TakenSocket>();
	#next = 0;
	#started = false;
	#over = false;
	/** A waiting thread would block the end of the process. */
	readonly #atExit = () => this.#ask({ does: 'end' });

	constructor(calls: BulkCalls, waits: WaitCalls, event: number) {
		const memory = createRing();
		this.#waits = waits;
		this.#event = event;
		this.#reader = new RingReader(viewRing(memory), calls);
		const workerData: ReceivingData = { memory, event, resources: packagedResources() };
		this.#worker = startWorker('engine-datagrams', { workerData, env: {} });
		this.#worker.on('message', (message: FromReceiving) => {
			if (message === 'look') this.#look();
			else this.#onStarted();
		});
		this.#worker.on('error', (error) => this.#broke(error));
		this.#worker.on('exit', () => this.#exited());
		process.on('exit', this.#atExit);
	}

	take(bulk: BulkSocket, to: Drained): TakenSocket {
		const number = this.#next++;
		const socket: TakenSocket = new TakenSocket(bulk, to, () => {
			if (socket.reading && !this.#over) this.#ask({ does: 'leave', socket: number });
			else this.#remove(number, socket);
		});
		this.#sockets.set(number, socket);
		if (this.#started) this.#begin(number, socket);
		return socket;
	}

	#onStarted(): void {
		this.#started = true;
		for (const [number, socket] of this.#sockets) this.#begin(number, socket);
		this.#endUnused();
	}

	/** From now on the thread reads it. What Node has read was handed over already, so the order is kept. */
	#begin(number: number, socket: TakenSocket): void {
		const { descriptor, family } = socket.bulk;
		if (!stopReading(descriptor)) return;
		socket.reading = true;
		this.#ask({ does: 'receive', socket: number, descriptor, family });
	}

	#ask(message: ToReceiving): void {
		if (this.#over) return;
		this.#worker.postMessage(message);
		this.#waits.signal(this.#event);
	}

	readonly #look = (): void => {
		let more = true;
		try {
			more = this.#handOver();
		} finally {
			// Also after an error of one datagram.
			if (more) setImmediate(this.#look);
		}
	};

	/** Hands over what is in the ring, within the budget of a turn of the loop. Returns whether there is more. */
	#handOver(): boolean {
		const until = sliceEnd();
		let bytes = 0;
		for (;;) {
			const record = this.#reader.peek();
			if (record !== undefined) {
				bytes += record.size;
				this.#hand(record);
				if (bytes >= ENOUGH_BYTES || performance.now() >= until) return true;
			} else if (this.#reader.rest()) return false;
		}
	}

	#hand({ socket: number, count, outcome }: RingRecord): void {
		const socket = this.#sockets.get(number);
		if (socket === undefined || outcome !== 0) {
			this.#reader.release();
			if (outcome === LEFT) this.#remove(number, socket);
			// As node:dgram reports an error of its own call: a refusal of an earlier datagram.
			else socket?.bulk.socket.emit('error', callFailure('recvmmsg', outcome));
			return;
		}
		const { to, bulk } = socket;
		const batch = this.#reader.batch(bulk.family);
		this.#reader.release();
		if (to.closed) return;
		to.arrived();
		for (let n = 0; n < count && !to.closed; n++) to.datagram(batch, n);
	}

	#remove(number: number, socket: TakenSocket | undefined): void {
		this.#sockets.delete(number);
		socket?.left();
		this.#endUnused();
	}

	/** One that has not started yet ends when it has. */
	#endUnused(): void {
		if (this.#sockets.size > 0 || !this.#started || this.#over) return;
		this.#ask({ does: 'end' });
		this.#retire();
	}

	/** The next flood starts another. */
	#retire(): void {
		this.#over = true;
		if (current === this) current = undefined;
	}

	#broke(error: unknown): void {
		this.#retire();
		broken = !this.#started;
		for (const [number, socket] of this.#sockets) {
			if (socket.reading) {
				const failure = new WirebenchError(
					'internal',
					`The thread that receives datagrams stopped: ${messageOf(error)}`,
				);
				socket.bulk.socket.emit('error', failure);
			}
			if (socket.leaving) this.#remove(number, socket);
		}
	}

	#exited(): void {
		this.#retire();
		process.off('exit', this.#atExit);
		this.#waits.close(this.#event);
	}
}

let current: ReceivingThread | undefined;
/** A thread could not start in this program: no other one is tried. */
let broken = false;

/**
 * Lets the receiving thread read a socket instead of node:dgram, as soon as it has started. Undefined where it cannot: then nothing
 * changes. `to` gets the datagrams in order.
 */
export function takeOver(bulk: BulkSocket, to: Drained): TakenSocket | undefined {
	current ??= start(bulk.calls);
	return current?.take(bulk, to);
}

function start(calls: BulkCalls): ReceivingThread | undefined {
	if (broken || !canStopReading()) return undefined;
	const waits = new WaitCalls(loadCLibrary());
	const event = waits.event();
	return event < 0 ? undefined : new ReceivingThread(calls, waits, event);
}
