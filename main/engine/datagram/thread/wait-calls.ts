import type { CLibrary, Native } from '../../native/koffi.ts';
import { POLL, type Polled } from '../../native/polled.ts';

/** <sys/eventfd.h> of Linux. */
const EFD_CLOEXEC = 0o2000000;
const EFD_NONBLOCK = 0o4000;
const COUNT = Buffer.from(BigUint64Array.of(1n).buffer);

/** Calls of Linux to wait for sockets, and to interrupt the wait from another thread. */
export class WaitCalls {
	readonly #eventfd: Native;
	readonly #poll: Native;
	readonly #read: Native;
	readonly #write: Native;
	readonly #close: Native;
	readonly #count = Buffer.alloc(COUNT.length);

	constructor({ func }: CLibrary) {
		this.#eventfd = func('int eventfd(uint32, int)');
		this.#poll = func(POLL);
		this.#read = func('int64 read(int, void *, uint64)');
		this.#write = func('int64 write(int, const void *, uint64)');
		this.#close = func('int close(int)');
	}

	/** An event that has not happened, by its number; negative where the system has no room for it. */
	event(): number {
		return Number(this.#eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
	}

	/** Makes the event readable, until it is cleared. */
	signal(event: number): void {
		this.#write(event, COUNT, COUNT.length);
	}

	/** Returns whether it was signalled. */
	clear(event: number): boolean {
		return Number(this.#read(event, this.#count, this.#count.length)) > 0;
	}

	/** Blocks this thread until one of those is readable or has an error, or for so many milliseconds; -1 for as long as it takes. */
	wait(polled: Polled, ms: number): void {
		this.#poll(polled.structures, polled.count, ms);
	}

	close(event: number): void {
		this.#close(event);
	}
}
