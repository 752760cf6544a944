import type { CLibrary, Native } from '../../native/koffi.ts';
import { SocketCalls } from '../../native/socket-calls.ts';
import { SO_RCVBUFFORCE, SO_TYPE, SOCK_DGRAM, SOL_SOCKET } from '../../native/socket-numbers.ts';

/** <sys/socket.h> and <errno.h> of Linux on the machines below. */
const MSG_DONTWAIT = 0x40;
const MSG_NOSIGNAL = 0x4000;
const EAGAIN = 11;

const DECLARATIONS = {
	recvmmsg: 'int recvmmsg(int, void *, uint32, int, uint64)',
	sendmmsg: 'int sendmmsg(int, const void *, uint32, int)',
	memmove: 'uint64 memmove(const void *, const void *, uint64)',
	setsockopt: 'int setsockopt(int, int, int, const void *, uint32)',
	if_indextoname: 'uint64 if_indextoname(uint32, void *)',
} as const;

/** Space for the name of an interface (`IF_NAMESIZE`). */
const NAME_BYTES = 16;

/** The calls of Linux that receive and send many datagrams at once (recvmmsg(2), sendmmsg(2)), which Node lacks. */
export class BulkCalls {
	readonly #errno: () => number;
	readonly #functions: Readonly<Record<keyof typeof DECLARATIONS, Native>>;
	readonly #sockets: SocketCalls;

	constructor(library: CLibrary) {
		const { func, errno } = library;
		this.#errno = errno;
		this.#sockets = new SocketCalls(library);
		this.#functions = {
			recvmmsg: func(DECLARATIONS.recvmmsg),
			sendmmsg: func(DECLARATIONS.sendmmsg),
			memmove: func(DECLARATIONS.memmove),
			setsockopt: func(DECLARATIONS.setsockopt),
			if_indextoname: func(DECLARATIONS.if_indextoname),
		};
	}

	/** Number of received datagrams, 0 if none waits; or the negative `errno`. */
	receive(socket: number, messages: Uint8Array, most: number): number {
		const count = Number(this.#functions.recvmmsg(socket, messages, most, MSG_DONTWAIT, 0));
		if (count >= 0) return count;
		const number = this.#errno();
		return number === EAGAIN ? 0 : -number;
	}

	/** Number of datagrams that the system has accepted, at least one; or the negative `errno` of the first. */
	send(socket: number, messages: Uint8Array, count: number): number {
		const sent = Number(this.#functions.sendmmsg(socket, messages, count, MSG_DONTWAIT | MSG_NOSIGNAL));
		return sent > 0 ? sent : -this.#errno();
	}

	/** The socket's own address (`sockaddr`), valid until the next call; undefined where the number is not that of a datagram socket. */
	name(socket: number): Uint8Array | undefined {
		if (this.#sockets.number(socket, SOL_SOCKET, SO_TYPE) !== SOCK_DGRAM) return undefined;
		return this.#sockets.name(socket);
	}

	/**
	 * Sets the size of the receive buffer in bytes, also over the limit of the system (socket(7), SO_RCVBUFFORCE). Returns false where
	 * this program has no right to (CAP_NET_ADMIN); then nothing has changed.
	 */
	forceReceiveBuffer(socket: number, bytes: number): boolean {
		const value = Buffer.from(Int32Array.of(bytes).buffer);
		return this.#functions.setsockopt(socket, SOL_SOCKET, SO_RCVBUFFORCE, value, value.length) === 0;
	}

	/** The name of an interface; undefined where there is none with this index. */
	interfaceName(index: number): string | undefined {
		const name = Buffer.alloc(NAME_BYTES);
		if (Number(this.#functions.if_indextoname(index, name)) === 0) return undefined;
		return name.toString('latin1', 0, name.indexOf(0));
	}

	/** Where the bytes are in memory. The array must be larger than 64 bytes, which V8 keeps outside of its heap, and stay referenced. */
	addressOf(bytes: Uint8Array): bigint {
		return BigInt(Number(this.#functions.memmove(bytes, bytes, 0)));
	}
}
