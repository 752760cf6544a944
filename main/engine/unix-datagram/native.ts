import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { callFailure } from '../native/failure.ts';
import { type CLibrary, loadCLibrary, type Native, whyNoCLibrary } from '../native/koffi.ts';
import { POLL, Polled } from '../native/polled.ts';
import { AF_UNIX, SO_RCVBUF, SO_SNDBUF, SOCK_DGRAM, SOL_SOCKET } from '../native/socket-numbers.ts';
import { engineError } from '../sentences/engine-error.ts';

const linux = process.platform === 'linux';
/** Flags of <sys/socket.h> on Linux (x86 and ARM) and macOS. */
const SOCK_CLOEXEC = linux ? 0o2000000 : 0;
const MSG_DONTWAIT = linux ? 0x40 : 0x80;
/** No SIGPIPE; macOS has none for datagrams. */
const MSG_NOSIGNAL = linux ? 0x4000 : 0;
/** Returns the whole length of a truncated datagram. */
const MSG_TRUNC = linux ? 0x20 : 0;
const ADDRESS_BYTES = 128;
/** Larger datagrams are truncated: Linux limits programs without rights to 208 KiB. */
const LARGEST = 1024 * 1024;

export interface Received {
	readonly bytes: Uint8Array;
	/** Truncated bytes. */
	readonly lost: number;
	/** The sender's address in the system's form (sockaddr_un). */
	readonly from: Uint8Array;
}

/** Datagram sockets of the Unix domain (unix(7)), which Node lacks. */
export class NativeSockets {
	readonly #errno: () => number;
	readonly #functions: Readonly<Record<keyof typeof DECLARATIONS, Native>>;
	readonly #buffer = Buffer.allocUnsafe(LARGEST);
	readonly #address = Buffer.alloc(ADDRESS_BYTES);
	readonly #length = Buffer.alloc(4);

	constructor(library: CLibrary) {
		const { func } = library;
		this.#errno = library.errno;
		this.#functions = {
			socket: func(DECLARATIONS.socket),
			bind: func(DECLARATIONS.bind),
			getsockname: func(DECLARATIONS.getsockname),
			sendto: func(DECLARATIONS.sendto),
			recvfrom: func(DECLARATIONS.recvfrom),
			setsockopt: func(DECLARATIONS.setsockopt),
			getsockopt: func(DECLARATIONS.getsockopt),
			pipe: func(DECLARATIONS.pipe),
			write: func(DECLARATIONS.write),
			read: func(DECLARATIONS.read),
			poll: func(DECLARATIONS.poll),
			close: func(DECLARATIONS.close),
		};
	}

	/** A new socket, by its number. */
	open(): number {
		return this.#checked('socket', this.#functions.socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
	}

	bind(socket: number, address: Uint8Array): void {
		this.#checked('bind', this.#functions.bind(socket, address, address.length));
	}

	/** Its bound address. */
	name(socket: number): Uint8Array {
		this.#length.writeUInt32LE(ADDRESS_BYTES);
		this.#checked('getsockname', this.#functions.getsockname(socket, this.#address, this.#length));
		return Uint8Array.from(this.#address.subarray(0, this.#length.readUInt32LE()));
	}

	/** Returns whether it was taken: false while the receiver's queue, or our own buffer, is full. Throws other errors of the system. */
	send(socket: number, bytes: Uint8Array, to: Uint8Array): boolean {
		// The library does not accept an empty buffer.
		const data = bytes.length === 0 ? this.#length : bytes;
		const sent = this.#functions.sendto(socket, data, bytes.length, MSG_DONTWAIT | MSG_NOSIGNAL, to, to.length);
		if (sent !== -1) return true;
		const error = this.#failure('sendto');
		if (error.code === 'EAGAIN' || error.code === 'ENOBUFS' || error.code === 'EWOULDBLOCK') return false;
		throw error;
	}

	/** The next waiting datagram; undefined when there is none. Throws other errors of the system. */
	receive(socket: number): Received | undefined {
		this.#length.writeUInt32LE(ADDRESS_BYTES);
		const flags = MSG_DONTWAIT | MSG_TRUNC;
		const got = Number(this.#functions.recvfrom(socket, this.#buffer, LARGEST, flags, this.#address, this.#length));
		if (got >= 0) {
			const from = Uint8Array.from(this.#address.subarray(0, this.#length.readUInt32LE()));
			return { bytes: Uint8Array.from(this.#buffer.subarray(0, got)), lost: Math.max(0, got - LARGEST), from };
		}
		const error = this.#failure('recvfrom');
		if (error.code === 'EAGAIN' || error.code === 'EWOULDBLOCK') return undefined;
		throw error;
	}

	/** Sizes in bytes, as the system reports them: Linux doubles the requested one (socket(7)). */
	bufferSize(socket: number, which: 'receive' | 'send'): number {
		this.#length.writeUInt32LE(4);
		const value = Buffer.alloc(4);
		const option = which === 'send' ? SO_SNDBUF : SO_RCVBUF;
		this.#checked('getsockopt', this.#functions.getsockopt(socket, SOL_SOCKET, option, value, this.#length));
		return value.readInt32LE();
	}

	setBufferSize(socket: number, which: 'receive' | 'send', bytes: number): void {
		const value = Buffer.alloc(4);
		value.writeInt32LE(bytes);
		const option = which === 'send' ? SO_SNDBUF : SO_RCVBUF;
		this.#checked('setsockopt', this.#functions.setsockopt(socket, SOL_SOCKET, option, value, 4));
	}

	/** The two ends of a pipe: bytes written to the second are read from the first. */
	pipe(): readonly [number, number] {
		const ends = Buffer.alloc(8);
		this.#checked('pipe', this.#functions.pipe(ends));
		return [ends.readInt32LE(0), ends.readInt32LE(4)];
	}

	/** Writes one byte to a pipe, or reads one. */
	signal(end: number): void {
		this.#functions.write(end, Uint8Array.of(1), 1);
	}

	unsignal(end: number): void {
		this.#functions.read(end, Buffer.alloc(1), 1);
	}

	/** Calls back once with the readable ones of the sockets; a thread waits until there is one. */
	wait(sockets: readonly number[], then: (readable: ReadonlySet<number>) => void): void {
		const polled = new Polled(sockets);
		this.#functions.poll.async(polled.structures, polled.count, -1, () => {
			then(new Set(sockets.filter((_, at) => polled.ready(at))));
		});
	}

	close(socket: number): void {
		this.#functions.close(socket);
	}

	#checked(syscall: string, result: unknown): number {
		if (typeof result === 'number' && result >= 0) return result;
		throw this.#failure(syscall);
	}

	#failure(syscall: string): NodeJS.ErrnoException {
		return callFailure(syscall, this.#errno());
	}
}

const DECLARATIONS = {
	socket: 'int socket(int, int, int)',
	bind: 'int bind(int, const void *, uint32)',
	getsockname: 'int getsockname(int, void *, void *)',
	sendto: 'int64 sendto(int, const void *, uint64, int, const void *, uint32)',
	recvfrom: 'int64 recvfrom(int, void *, uint64, int, void *, void *)',
	setsockopt: 'int setsockopt(int, int, int, const void *, uint32)',
	getsockopt: 'int getsockopt(int, int, int, void *, void *)',
	pipe: 'int pipe(void *)',
	write: 'int64 write(int, const void *, uint64)',
	read: 'int64 read(int, void *, uint64)',
	poll: POLL,
	close: 'int close(int)',
} as const;

let loaded: NativeSockets | WirebenchError | undefined;

/** Loaded at the first call. Throws `unavailable` with the reason where this machine does not support them. */
export function nativeSockets(): NativeSockets {
	loaded ??= load();
	if (loaded instanceof WirebenchError) throw loaded;
	return loaded;
}

/** Why this machine has no Unix datagram sockets; undefined where it has them. */
export function unixDatagramsMissing(): string | undefined {
	loaded ??= load();
	return loaded instanceof WirebenchError ? loaded.message : undefined;
}

function load(): NativeSockets | WirebenchError {
	if (process.platform !== 'linux' && process.platform !== 'darwin') {
		return engineError('unavailable', 'unixDatagramsElsewhere');
	}
	try {
		return new NativeSockets(loadCLibrary());
	} catch (error) {
		return engineError('unavailable', 'unixDatagramsMissing', whyNoCLibrary(error));
	}
}
