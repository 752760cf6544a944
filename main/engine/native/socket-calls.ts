import type { CLibrary, Native } from './koffi.ts';

/** sys/socket.h has room for any address in 128 bytes (sockaddr_storage). */
const ADDRESS_BYTES = 128;

/** The calls of the C library that read a socket by its number. None of them changes it. */
export class SocketCalls {
	readonly #getsockname: Native;
	readonly #getpeername: Native;
	readonly #getsockopt: Native;
	readonly #ioctl: Native;
	readonly #address = Buffer.alloc(ADDRESS_BYTES);
	readonly #length = Buffer.alloc(4);
	readonly #value = Buffer.alloc(1024);

	constructor({ func }: CLibrary) {
		this.#getsockname = func('int getsockname(int, void *, void *)');
		this.#getpeername = func('int getpeername(int, void *, void *)');
		this.#getsockopt = func('int getsockopt(int, int, int, void *, void *)');
		this.#ioctl = func('int ioctl(int, unsigned long, void *)');
	}

	/** Its address in the system's form, valid until the next call; undefined for what is no socket. */
	name(fd: number): Buffer | undefined {
		return this.#addressBy(this.#getsockname, fd);
	}

	/** The same of the other end; undefined while there is none. */
	peer(fd: number): Buffer | undefined {
		return this.#addressBy(this.#getpeername, fd);
	}

	/** The value of an option, valid until the next call; undefined where the system does not have it. */
	option(fd: number, level: number, name: number): Buffer | undefined {
		this.#length.writeUInt32LE(this.#value.length);
		if (this.#getsockopt(fd, level, name, this.#value, this.#length) !== 0) return undefined;
		return this.#value.subarray(0, this.#length.readUInt32LE());
	}

	number(fd: number, level: number, name: number): number | undefined {
		const value = this.option(fd, level, name);
		return value !== undefined && value.length >= 4 ? value.readInt32LE() : undefined;
	}

	/** The number that a request returns. Not for macOS on ARM, where variadic calls pass their arguments in another way. */
	control(fd: number, request: number): number | undefined {
		return this.#ioctl(fd, request, this.#value) === 0 ? this.#value.readInt32LE() : undefined;
	}

	#addressBy(call: Native, fd: number): Buffer | undefined {
		this.#length.writeUInt32LE(ADDRESS_BYTES);
		if (call(fd, this.#address, this.#length) !== 0) return undefined;
		return this.#address.subarray(0, Math.min(ADDRESS_BYTES, this.#length.readUInt32LE()));
	}
}
