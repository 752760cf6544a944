import { readdirSync, readFileSync } from 'node:fs';

/** Open files that are kept free for what is no connection: the capture's next segment and its index, say. */
const RESERVE = 16;
/** Between two looks at the system, this part of what is free may be taken: others open files as well. */
const PART = 1 / 4;

/**
 * Whether the process can afford another connection. Where it has no file left, libuv accepts a connection and closes it
 * at once, and tells nobody; and a capture could not begin its next segment. So connections end before that. Linux alone says
 * how many files are open; elsewhere everything is granted.
 */
export class FileBudget {
	readonly #free: () => number;
	#left = 0;

	/** `free`: files that could still be opened. */
	constructor(free: () => number = freeFiles) {
		this.#free = free;
	}

	/** One more is open: true if it may stay. The system is asked the seldomer the more is free. */
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

/** Files that this process could open now; infinitely many where the system does not tell. */
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
