import { isMainThread } from 'node:worker_threads';
import { type CLibrary, loadCLibrary, type Native } from '../../native/koffi.ts';

/** `uv_handle_type` of a UDP socket (uv.h). */
const UV_UDP = 15;

/** libuv's functions on the loop of the main thread (docs.libuv.org), which Node exports for addons. Its API is stable within version 1. */
class Loop {
	readonly #defaultLoop: Native;
	readonly #walk: Native;
	readonly #type: Native;
	readonly #fileno: Native;
	readonly #recvStop: Native;
	readonly #number = Buffer.alloc(4);

	constructor({ func, walker }: CLibrary) {
		this.#defaultLoop = func('uint64 uv_default_loop()');
		this.#walk = walker('uv_walk', ['uint64', ['uint64', 'uint64'], 'uint64']);
		this.#type = func('int uv_handle_get_type(uint64)');
		this.#fileno = func('int uv_fileno(uint64, void *)');
		this.#recvStop = func('int uv_udp_recv_stop(uint64)');
	}

	/** Returns whether it was found. */
	stopReading(descriptor: number): boolean {
		let found: number | undefined;
		this.#walk(
			Number(this.#defaultLoop()),
			(handle = 0) => {
				if (this.#type(handle) === UV_UDP && this.#descriptorOf(handle) === descriptor) found = handle;
			},
			0,
		);
		return found !== undefined && this.#recvStop(found) === 0;
	}

	#descriptorOf(handle: number): number | undefined {
		return this.#fileno(handle, this.#number) === 0 ? this.#number.readInt32LE() : undefined;
	}
}

let loaded: Loop | Error | undefined;

/**
 * Makes Node's loop not read a socket of node:dgram any more, for which Node itself has no call. What it has read was emitted already. All
 * else of the socket works as before. It does not keep the process alive any more. Returns false where this is not possible; then
 * nothing has changed.
 */
export function stopReading(descriptor: number): boolean {
	loaded ??= load();
	return loaded instanceof Loop && loaded.stopReading(descriptor);
}

/** Whether this program has the calls of `stopReading`. */
export function canStopReading(): boolean {
	loaded ??= load();
	return loaded instanceof Loop;
}

function load(): Loop | Error {
	// Other threads have a loop of their own, which Node does not export.
	if (!isMainThread) return new Error('not the main thread');
	try {
		return new Loop(loadCLibrary());
	} catch (error) {
		// A program that is linked with libuv in another way does not export it.
		if (error instanceof Error) return error;
		throw error;
	}
}
