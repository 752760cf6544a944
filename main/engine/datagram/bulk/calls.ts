import { endianness } from 'node:os';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { messageOf } from '../../../../common/contract/base/message-of.ts';
import { callFailure } from '../../native/failure.ts';
import { type CLibrary, loadCLibrary, type Native } from '../../native/koffi.ts';
import { engineError } from '../../sentences/engine-error.ts';

/** <sys/socket.h> and <errno.h> of Linux on the machines below. */
const MSG_DONTWAIT = 0x40;
const MSG_NOSIGNAL = 0x4000;
const SOL_SOCKET = 1;
const SO_TYPE = 3;
const SOCK_DGRAM = 2;
const EAGAIN = 11;

/** Machines whose structures have the layout of `messages.ts`: pointers of 64 bits, the low byte first. */
const MACHINES: ReadonlySet<string> = new Set(['x64', 'arm64', 'riscv64', 'loong64']);

const DECLARATIONS = {
	recvmmsg: 'int recvmmsg(int, void *, uint32, int, uint64)',
	sendmmsg: 'int sendmmsg(int, const void *, uint32, int)',
	getsockname: 'int getsockname(int, void *, void *)',
	getsockopt: 'int getsockopt(int, int, int, void *, void *)',
	memmove: 'uint64 memmove(const void *, const void *, uint64)',
	if_indextoname: 'uint64 if_indextoname(uint32, void *)',
} as const;

/** Space for the address of any socket (`sockaddr_storage`). */
const ADDRESS_BYTES = 128;
/** Space for the name of an interface (`IF_NAMESIZE`). */
const NAME_BYTES = 16;

/** The calls of Linux that receive and send many datagrams at once (recvmmsg(2), sendmmsg(2)), which Node lacks. */
export class BulkCalls {
	readonly #errno: () => number;
	readonly #functions: Readonly<Record<keyof typeof DECLARATIONS, Native>>;
	readonly #address = Buffer.alloc(ADDRESS_BYTES);
	readonly #value = Buffer.alloc(4);
	readonly #length = Buffer.alloc(4);

	constructor({ func, errno }: CLibrary) {
		this.#errno = errno;
		this.#functions = {
			recvmmsg: func(DECLARATIONS.recvmmsg),
			sendmmsg: func(DECLARATIONS.sendmmsg),
			getsockname: func(DECLARATIONS.getsockname),
			getsockopt: func(DECLARATIONS.getsockopt),
			memmove: func(DECLARATIONS.memmove),
			if_indextoname: func(DECLARATIONS.if_indextoname),
		};
	}

	/** Number of received datagrams; 0 if none waits. Throws other errors of the system. */
	receive(socket: number, messages: Uint8Array, most: number): number {
		const count = Number(this.#functions.recvmmsg(socket, messages, most, MSG_DONTWAIT, 0));
		if (count >= 0) return count;
		const number = this.#errno();
		if (number === EAGAIN) return 0;
		throw callFailure('recvmmsg', number);
	}

	/** Number of datagrams that the system has accepted, at least one; or the negative `errno` of the first. */
	send(socket: number, messages: Uint8Array, count: number): number {
		const sent = Number(this.#functions.sendmmsg(socket, messages, count, MSG_DONTWAIT | MSG_NOSIGNAL));
		return sent > 0 ? sent : -this.#errno();
	}

	/** The socket's own address (`sockaddr`), valid until the next call; undefined where the number is not that of a datagram socket. */
	name(socket: number): Uint8Array | undefined {
		const { getsockopt, getsockname } = this.#functions;
		this.#length.writeUInt32LE(4);
		if (getsockopt(socket, SOL_SOCKET, SO_TYPE, this.#value, this.#length) !== 0) return undefined;
		if (this.#value.readUInt32LE() !== SOCK_DGRAM) return undefined;
		this.#length.writeUInt32LE(ADDRESS_BYTES);
		if (getsockname(socket, this.#address, this.#length) !== 0) return undefined;
		return this.#address.subarray(0, this.#length.readUInt32LE());
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

let loaded: BulkCalls | WirebenchError | undefined;

/** Loaded at the first call. Undefined where this machine does not support them. */
export function bulkCalls(): BulkCalls | undefined {
	loaded ??= load();
	return loaded instanceof WirebenchError ? undefined : loaded;
}

/** Why datagrams are received and sent one by one; undefined where they are not. */
export function bulkMissing(): WirebenchError | undefined {
	loaded ??= load();
	return loaded instanceof WirebenchError ? loaded : undefined;
}

function load(): BulkCalls | WirebenchError {
	if (process.platform !== 'linux' || !MACHINES.has(process.arch) || endianness() !== 'LE') {
		return engineError('unavailable', 'bulkElsewhere');
	}
	try {
		return new BulkCalls(loadCLibrary());
	} catch (error) {
		const name = `@koromix/koffi-${process.platform}-${process.arch}`;
		const [reason = ''] = messageOf(error).split('\n');
		return engineError('unavailable', 'bulkMissing', { name, reason });
	}
}
