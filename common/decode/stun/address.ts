import { formatSocketAddress } from '../../payload/address.ts';
import { address4, address6 } from '../../payload/ip-text.ts';
import type { Reader } from '../core/reader.ts';
import { uintAt } from '../core/uint.ts';
import { FAMILIES } from './names.ts';

const IPV6 = 2;

/** The family in the second of two bytes. */
function readFamily(reader: Reader): number {
	reader.uint('reserved', 1);
	const family = reader.uint('family', 1, 'be', { meaning: FAMILIES });
	if (!FAMILIES.has(family)) reader.fail({ code: 'unexpected', expected: '1 (IPv4) or 2 (IPv6)' });
	return family;
}

function tellAddress(reader: Reader, family: number, bytes: Uint8Array, port: number): void {
	reader.tell(formatSocketAddress({ address: family === IPV6 ? address6(bytes) : address4(bytes), port }));
}

/** An address and a port as they are (RFC 8489, 14.1). */
export function readAddress(reader: Reader): void {
	const family = readFamily(reader);
	const port = reader.uint('port', 2);
	const bytes =
		family === IPV6
			? reader.data('address', 16, { meaning: address6 })
			: reader.data('address', 4, { meaning: address4 });
	tellAddress(reader, family, bytes, port);
}

/** The same, each combined with the cookie and, where it is longer, the transaction behind it (RFC 8489, 14.2). */
export function readXorAddress(reader: Reader, mask: Uint8Array): void {
	const family = readFamily(reader);
	const plain = (length: number) =>
		Uint8Array.from({ length }, (_, i) => (reader.bytes[reader.at + i] ?? 0) ^ (mask[i] ?? 0));
	const port = reader.record('port', 2, uintAt(plain(2), 0, 2));
	const length = family === IPV6 ? 16 : 4;
	const bytes = reader.record('address', length, plain(length), { meaning: family === IPV6 ? address6 : address4 });
	tellAddress(reader, family, bytes, port);
}
