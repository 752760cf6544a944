/** <poll.h> of Linux and macOS: `struct pollfd`, and its events. */
const POLLFD_BYTES = 8;
const POLLIN = 1;
const POLLNVAL = 0x20;

/** poll(2), whose first arguments are the structures of a `Polled` and their count. */
export const POLL = 'int poll(void *, uint64, int)';

/** What poll(2) waits for: that one of some descriptors is readable or has an error. It has the result, too. */
export class Polled {
	readonly structures: Buffer;
	readonly count: number;

	constructor(descriptors: readonly number[]) {
		this.count = descriptors.length;
		this.structures = Buffer.alloc(this.count * POLLFD_BYTES);
		for (const [n, descriptor] of descriptors.entries()) {
			this.structures.writeInt32LE(descriptor, n * POLLFD_BYTES);
			this.structures.writeInt16LE(POLLIN, n * POLLFD_BYTES + 4);
		}
	}

	/** Whether the `n`th is readable or has an error. */
	ready(n: number): boolean {
		return this.#result(n) !== 0;
	}

	/** Whether the `n`th number is that of an open file or socket. */
	open(n: number): boolean {
		return (this.#result(n) & POLLNVAL) === 0;
	}

	#result(n: number): number {
		return this.structures.readInt16LE(n * POLLFD_BYTES + 6);
	}
}
