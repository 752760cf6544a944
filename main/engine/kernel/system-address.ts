import { plainAddress } from '../addresses/address.ts';
import { familyOf, inetAddress } from '../native/inet-address.ts';
import { AF_UNIX } from '../native/socket-numbers.ts';
import { decodeAddress } from '../unix-datagram/address.ts';

/** An address of a socket: IPv4 and IPv6 without a zone, or a path, which is empty for an end without one. */
export type SystemAddress = { readonly address: string; readonly port: number } | { readonly path: string };

/** Decodes the system's form (sockaddr); undefined for other families. */
export function systemAddress(bytes: Buffer): SystemAddress | undefined {
	// An end without a name can have a family alone, or nothing at all on macOS.
	if (bytes.length < 2) return { path: '' };
	if (familyOf(bytes) === AF_UNIX) return { path: decodeAddress(bytes) };
	const found = inetAddress(bytes);
	return found && { address: plainAddress(found.address), port: found.port };
}
