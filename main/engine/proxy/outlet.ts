import type { FaultName, Faults } from '../../../common/contract/config/proxy.ts';
import { type ByteLimit, byteLimit, type Slices } from '../../../common/faults/index.ts';
import { LineClock } from './line-clock.ts';

export interface OutletOwner {
	/** Writes these bytes now. */
	write(bytes: Uint8Array): void;
	/** Everything has been sent, and the source has ended. */
	end(): void;
	/** The byte limit of a fault has been reached. Nothing is sent after this, unless the fault is switched off. */
	limit(fault: ByteLimit['fault']): void;
	/** Bytes were lost to a fault that has been switched off: later bytes must not follow the gap. */
	torn(lost: number): void;
	applied(fault: FaultName): void;
	/** It holds fewer bytes than before. */
	drained(): void;
}

/** Duration in milliseconds of the pieces that a slowed-down line sends, and their maximum size. */
const PIECE_MS = 20;
const PIECE_BYTES = 64 * 1024;

/** The end of a lane: limits slices, speed and number of the bytes sent. */
export class Outlet {
	/** Waiting bytes. */
	bytes = 0;
	readonly #owner: OutletOwner;
	readonly #slices: Slices;
	#queue: Uint8Array[] = [];
	#faults: Faults = {};
	#limit: ByteLimit | undefined;
	/** The fault that ended it, which is reported once. */
	over: ByteLimit['fault'] | undefined;
	#passed = 0;
	/** Bytes lost since a fault shut it. */
	#lost = 0;
	readonly #clock = new LineClock();
	#timer: NodeJS.Timeout | undefined;
	#ending = false;
	/** There is a destination. */
	#open = false;

	constructor(slices: Slices, owner: OutletOwner) {
		this.#slices = slices;
		this.#owner = owner;
	}

	/** Nothing is sent: bytes are lost. */
	get shut(): boolean {
		return this.#limit !== undefined && this.#passed >= this.#limit.bytes;
	}

	/** An end or a reset is hidden from the other end. */
	get silent(): boolean {
		return this.shut && (this.#limit?.fault === 'halfOpen' || this.#limit?.fault === 'timeout');
	}

	/** From now on there is a destination; earlier bytes have waited. */
	open(faults: Faults): void {
		this.#open = true;
		this.configure(faults);
	}

	configure(faults: Faults): void {
		if (!this.#open) return;
		const sameReset = faults.reset?.afterMs === this.#faults.reset?.afterMs;
		this.#faults = faults;
		this.#limit = byteLimit(faults);
		this.#slices.configure(faults.slicer);
		if (!this.shut || this.#limit?.fault !== this.over || !sameReset) this.over = undefined;
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#clock.reset();
		if (this.#lost > 0 && !this.shut) this.#tear();
		this.pump();
	}

	push(bytes: Uint8Array): void {
		if (bytes.length === 0) return;
		this.#queue.push(bytes);
		this.bytes += bytes.length;
		if (this.#timer === undefined) this.pump();
	}

	end(): void {
		this.#ending = true;
		if (this.#timer === undefined) this.pump();
	}

	/** Drops waiting bytes. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#empty();
		this.#ending = false;
	}

	/** Sends the bytes that are due. */
	pump(): void {
		this.#timer = undefined;
		if (!this.#open) return;
		while (!this.#isOver()) {
			const [first] = this.#queue;
			if (first === undefined) break;
			const piece = this.#piece(first);
			const { bandwidth } = this.#faults;
			const now = performance.now();
			const takes = bandwidth === undefined ? 0 : (piece * 1000) / bandwidth.bytesPerSecond;
			const through = this.#clock.through(now, takes);
			if (through > now) {
				this.#timer = setTimeout(() => {
					this.#letOut(first, piece, through);
					this.pump();
					this.#owner.drained();
				}, through - now);
				return;
			}
			this.#letOut(first, piece, through);
		}
		if (!this.#ending || this.#queue.length > 0 || this.silent) return;
		this.#ending = false;
		this.#owner.end();
	}

	/** Size of the next piece. */
	#piece(first: Uint8Array): number {
		const { bandwidth } = this.#faults;
		const slow = bandwidth === undefined ? first.length : Math.ceil((bandwidth.bytesPerSecond * PIECE_MS) / 1000);
		const most = bandwidth === undefined ? slow : Math.min(slow, PIECE_BYTES);
		const left = (this.#limit?.bytes ?? Number.POSITIVE_INFINITY) - this.#passed;
		return Math.min(first.length, most, this.#slices.left, left);
	}

	#letOut(first: Uint8Array, piece: number, through: number): void {
		const { slicer, bandwidth } = this.#faults;
		if (piece === first.length) this.#queue.shift();
		else this.#queue[0] = first.subarray(piece);
		this.bytes -= piece;
		this.#passed += piece;
		if (bandwidth !== undefined) this.#owner.applied('bandwidth');
		const sliced = slicer !== undefined && this.#slices.take(piece);
		if (sliced) this.#owner.applied('slicer');
		this.#clock.passed(through + (sliced ? slicer.delayMs : 0), this.#queue.length > 0);
		this.#owner.write(first.subarray(0, piece));
	}

	/** Drops waiting bytes once a fault has ended it. */
	#isOver(): boolean {
		if (!this.shut || this.#limit === undefined) return false;
		const { fault } = this.#limit;
		for (const _ of this.#queue) if (fault === 'halfOpen' || fault === 'timeout') this.#owner.applied(fault);
		this.#lost += this.bytes;
		this.#empty();
		if (this.over === fault) return true;
		this.over = fault;
		this.#owner.limit(fault);
		return true;
	}

	#tear(): void {
		const lost = this.#lost + this.bytes;
		this.#lost = 0;
		this.#empty();
		this.#owner.torn(lost);
	}

	#empty(): void {
		this.#queue = [];
		this.bytes = 0;
	}
}
