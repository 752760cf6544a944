import { readdirSync, readFileSync } from 'node:fs';

/** Open files reserved for other uses than connections: the capture's next segment and its index, say. */
const RESERVE = 16;
/** Share of the free files that may be used between two queries of the system: other code opens files as well. */
const PART = 1 / 4;

/**
 * Whether the process has file descriptors for another connection. Without a free one, libuv accepts a connection and
 * closes it at once without an event; and a capture could not start its next segment. So connections are refused before
 * that. Only Linux reports the number of open files; elsewhere every connection is allowed.
 */
export class FileBudget {
	readonly #free: () => number;
	#left = 0;

	/** `free`: returns how many files could still be opened. */
	constructor(free: () => number = freeFiles) {
		this.#free = free;
	}

	/** Records one more open file: true if it may stay. The more is free, the less often the system is queried. */
	take(): boolean {
		if (this.#left > 0) {
			this.#left--;
			return true;
		}
		const free = this.#free() - RESERVE;
		if (free < 0) return false;
		this.#left = Math.floor(free * PART);
		return true;
	}
}

/** Files that this process could open now; infinite where the system does not report it. */
function freeFiles(): number {
	try {
		const [, limit] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'latin1')) ?? [];
		return limit === undefined ? Number.POSITIVE_INFINITY : Number(limit) - readdirSync('/proc/self/fd').length;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code === 'EMFILE' || code === 'ENFILE') return 0;
		if (code === 'ENOENT' || code === 'EACCES') return Number.POSITIVE_INFINITY;
		throw error;
	}
}
