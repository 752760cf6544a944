import { isMulticast } from '../contract/config/socket-options.ts';
import { splitZone } from '../payload/index.ts';
import type { NAMES } from './names.ts';

type AddressTopic = keyof (typeof NAMES)['addresses'];

/**
 * Kinds of addresses by how they are written: RFC 1122, 3.2.1.3 (loopback), RFC 1918 and RFC 4193 (private), RFC 3927 and
 * RFC 4291 (link-local).
 */
const KINDS: readonly (readonly [RegExp, AddressTopic])[] = [
	[/^0\.0\.0\.0$/, 'any4'],
	[/^(?:::|\[::\])$/, 'any6'],
	[/^127\.[\d.]+$/, 'loopback4'],
	[/^(?:::1|\[::1\])$/, 'loopback6'],
	[/^localhost$/i, 'localhost'],
	[/^255\.255\.255\.255$/, 'broadcast'],
	[/^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/, 'private'],
	[/^169\.254\.[\d.]+$/, 'linkLocal'],
	[/^fe[89ab][0-9a-f]:[\da-f:.]+$/i, 'linkLocal'],
	[/^f[cd][0-9a-f]{2}:[\da-f:.]+$/i, 'private'],
];

/** The topic of an address, or of the name of this machine; undefined for one that says nothing of its kind. */
export function addressTopic(written: string): `addresses.${AddressTopic}` | undefined {
	const { address } = splitZone(written.trim());
	const kind = isMulticast(address) ? 'multicast' : KINDS.find(([form]) => form.test(address))?.[1];
	return kind && `addresses.${kind}`;
}
