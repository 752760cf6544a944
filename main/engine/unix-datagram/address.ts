import { fittingPath } from '../addresses/unix-address.ts';

/** The name of a sender without an address. */
export const UNNAMED = '';

/** Bytes of a name in the system's address (sys/un.h). */
const NAME_BYTES = process.platform === 'linux' ? 108 : 104;
const FAMILY_BYTES = 2;
const AF_UNIX = 1;

/**
 * A path as the system's address (sockaddr_un): after the family the path with a terminating zero, or for an abstract
 * name, which begins with `@` here, a zero and the name (unix(7)). Without a path on Linux the system chooses an
 * abstract name.
 */
export function encodeAddress(path: string | undefined): Uint8Array {
	const abstract = path?.startsWith('@') === true;
	const name = path === undefined ? '' : abstract ? `\0${path.slice(1)}` : `${fittingPath(path)}\0`;
	const bytes = Buffer.alloc(FAMILY_BYTES + Buffer.byteLength(name));
	writeFamily(bytes);
	bytes.write(name, FAMILY_BYTES);
	return bytes;
}

function writeFamily(bytes: Buffer): void {
	if (process.platform === 'linux') bytes.writeUInt16LE(AF_UNIX);
	else {
		bytes[0] = bytes.length;
		bytes[1] = AF_UNIX;
	}
}

/** The inverse: a path, an abstract name with a leading `@`, or UNNAMED. */
export function decodeAddress(address: Uint8Array): string {
	const name = Buffer.from(address.subarray(FAMILY_BYTES, FAMILY_BYTES + NAME_BYTES));
	if (name.length === 0) return UNNAMED;
	if (name[0] === 0) return process.platform === 'linux' && name.length > 1 ? `@${name.toString('utf8', 1)}` : UNNAMED;
	const end = name.indexOf(0);
	return name.toString('utf8', 0, end < 0 ? name.length : end);
}
