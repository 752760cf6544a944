import type { FaultName } from '../../../common/contract/config/proxy.ts';
import { LineClock } from './line-clock.ts';

export interface ThrottleOwner {
	/** Sends this datagram. */
	out(bytes: Uint8Array): void;
	applied(fault: FaultName): void;
	/** There was no room for a datagram. */
	lost(): void;
}

/** Maximum bytes waiting for a slow line; further datagrams are lost. */
const QUEUE_BYTES = 1024 * 1024;
const QUEUE_DATAGRAMS = 4096;

/** A line with a limit of bytes per second, datagram by datagram. */
export class Throttle {
	readonly #owner: ThrottleOwner;
	#bytesPerSecond: number | undefined;
	#queue: Uint8Array[] = [];
	#bytes = 0;
	readonly #clock = new LineClock();
	#timer: NodeJS.Timeout | undefined;

	constructor(owner: ThrottleOwner) {
		this.#owner = owner;
	}

	/** undefined: no limit; waiting datagrams are sent at once. */
	configure(bytesPerSecond: number | undefined): void {
		if (bytesPerSecond === this.#bytesPerSecond) return;
		this.#bytesPerSecond = bytesPerSecond;
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#clock.reset();
		this.#pump();
	}

	push(bytes: Uint8Array): void {
		if (this.#bytesPerSecond === undefined) {
			this.#owner.out(bytes);
			return;
		}
		this.#owner.applied('bandwidth');
		if (this.#bytes + bytes.length > QUEUE_BYTES || this.#queue.length >= QUEUE_DATAGRAMS) {
			this.#owner.lost();
			return;
		}
		this.#queue.push(bytes);
		this.#bytes += bytes.length;
		if (this.#timer === undefined) this.#pump();
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#queue = [];
		this.#bytes = 0;
	}

	#pump(): void {
		this.#timer = undefined;
		for (let [first] = this.#queue; first !== undefined; [first] = this.#queue) {
			const now = performance.now();
			const takes = this.#bytesPerSecond === undefined ? 0 : (first.length * 1000) / this.#bytesPerSecond;
			const through = this.#clock.through(now, takes);
			if (through > now + 1) {
				this.#timer = setTimeout(() => {
					this.#letOut(through);
					this.#pump();
				}, through - now);
				return;
			}
			this.#letOut(through);
		}
	}

	#letOut(through: number): void {
		const first = this.#queue.shift();
		if (first === undefined) return;
		this.#clock.passed(through, this.#queue.length > 0);
		this.#bytes -= first.length;
		this.#owner.out(first);
	}
}
