import { readAddress, readOpenText } from '../capture/open-text.ts';
import type { SocketAddress } from '../contract/base/address.ts';
import { UNKNOWN_ADDRESS, UNNAMED_SOCKET } from '../payload/address.ts';
import type { Family, Place } from './call.ts';

/** The two ends of a connection, as far as they are known. */
export interface Ends {
	readonly local?: Place | undefined;
	readonly remote?: Place | undefined;
}

export function familyOf(place: Place | undefined): Family {
	if (place === undefined) return 'inet';
	if ('path' in place) return 'unix';
	return place.host.includes(':') ? 'inet6' : 'inet';
}

/** An address as events write it: `127.0.0.1:80`, `[::1]:80`, `localhost:80`, or a path. Undefined for an unknown one. */
export function readPlace(text: string): Place | undefined {
	if (text === UNKNOWN_ADDRESS) return undefined;
	const address = readAddress(text);
	if (address !== undefined) return fromAddress(address);
	return { path: text === UNNAMED_SOCKET ? '' : text };
}

/** The two ends in the text of an `open` event. */
export function readEnds(text: string, opened: boolean): Ends {
	const ends = readOpenText(text, opened);
	if (ends !== undefined) return { local: fromAddress(ends.local), remote: fromAddress(ends.remote) };
	const [from, to, ...more] = text.split(' → ');
	if (from === undefined || to === undefined || more.length > 0) return {};
	const [first, second] = [readPlace(from), readPlace(to)];
	return opened ? { local: first, remote: second } : { local: second, remote: first };
}

function fromAddress({ address, port }: SocketAddress): Place {
	return { host: address, port };
}
