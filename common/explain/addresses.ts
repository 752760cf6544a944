import { isMulticast } from '../contract/config/socket-options.ts';
import { splitZone } from '../payload/index.ts';
import type { NAMES } from './names.ts';

type AddressTopic = keyof (typeof NAMES)['addresses'];

/**
 * Kinds of addresses by their beginning: RFC 1122, 3.2.1.3 (loopback), RFC 1918 and RFC 4193 (private), RFC 3927 and RFC 4291
 * (link-local).
 */
const BEGINNINGS: readonly (readonly [RegExp, AddressTopic])[] = [
	[/^127\./, 'loopback4'],
	[/^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./, 'private'],
	[/^169\.254\./, 'linkLocal'],
	[/^fe[89ab][0-9a-f]:/i, 'linkLocal'],
	[/^f[cd][0-9a-f]{2}:/i, 'private'],
];

/** The topic of an address that is of a known kind. */
export function addressTopic(written: string): AddressTopic | undefined {
	const { address } = splitZone(written);
	if (!/^[\d.]+$|^[\da-f:.]+$/i.test(address)) return undefined;
	if (isMulticast(address)) return 'multicast';
	return BEGINNINGS.find(([beginning]) => beginning.test(address))?.[1];
}
