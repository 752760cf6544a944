import type { SocketAddress } from '../../../common/contract/base/address.ts';

/** An IP address in header form: 4 or 16 bytes in network order. */
export type IpBytes = Uint8Array;

const DOT = 0x2e;
const ZERO = 0x30;

/**
 * Parses a numeric IPv4 or IPv6 address. A zone id (`%eth0`) is dropped; an IPv4-mapped IPv6 address (`::ffff:1.2.3.4`,
 * RFC 4291 section 2.5.5.2) returns its IPv4 bytes. Undefined for anything else.
 */
export function parseIp(text: string): IpBytes | undefined {
	const bare = text.split('%', 1)[0] ?? '';
	if (!bare.includes(':')) return parseIpv4(bare);
	const bytes = parseIpv6(bare);
	return bytes && isMapped(bytes) ? bytes.slice(12) : bytes;
}

function parseIpv4(text: string): IpBytes | undefined {
	const bytes = new Uint8Array(4);
	let part = 0;
	let digits = 0;
	let value = 0;
	for (let i = 0; i <= text.length; i++) {
		const code = i === text.length ? DOT : text.charCodeAt(i);
		if (code === DOT) {
			if (digits === 0 || value > 255 || part > 3) return undefined;
			bytes[part++] = value;
			digits = 0;
			value = 0;
		} else {
			if (code < ZERO || code > ZERO + 9 || ++digits > 3) return undefined;
			value = value * 10 + code - ZERO;
		}
	}
	return part === 4 ? bytes : undefined;
}

function parseIpv6(text: string): IpBytes | undefined {
	const halves = text.split('::');
	if (halves.length > 2) return undefined;
	const front = groups(halves[0] ?? '', halves.length === 1);
	const back = halves.length === 2 ? groups(halves[1] ?? '', true) : [];
	if (!front || !back) return undefined;
	const missing = 8 - front.length - back.length;
	if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
	const all = [...front, ...new Array<number>(missing).fill(0), ...back];
	return Uint8Array.from(all.flatMap((group) => [group >> 8, group & 0xff]));
}

/** The 16-bit groups of a part without `::`; the last of the address may be a dotted IPv4 address, which makes two. */
function groups(text: string, isEnd: boolean): number[] | undefined {
	if (text === '') return [];
	const parts = text.split(':');
	const result: number[] = [];
	for (const [i, part] of parts.entries()) {
		if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
			result.push(Number.parseInt(part, 16));
			continue;
		}
		const [a, b, c, d] = isEnd && i === parts.length - 1 ? (parseIpv4(part) ?? []) : [];
		if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
		result.push((a << 8) | b, (c << 8) | d);
	}
	return result;
}

function isMapped(bytes: IpBytes): boolean {
	return bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
}

/**
 * The two ends of a connection in one address family. Wildcards take the other end's family (a socket bound to `::`
 * with an IPv4 peer is `0.0.0.0`); of truly mixed ends the IPv4 one is written as mapped. An invalid address counts as
 * a wildcard.
 */
export function sameFamily(a: string, b: string): [IpBytes, IpBytes] {
	const left = parseIp(a) ?? new Uint8Array(4);
	const right = parseIp(b) ?? new Uint8Array(4);
	if (left.length === right.length) return [left, right];
	if (isWildcard(left)) return [new Uint8Array(right.length), right];
	if (isWildcard(right)) return [left, new Uint8Array(left.length)];
	return [mapped(left), mapped(right)];
}

function isWildcard(bytes: IpBytes): boolean {
	return bytes.every((byte) => byte === 0);
}

function mapped(bytes: IpBytes): IpBytes {
	if (bytes.length === 16) return bytes;
	return Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, ...bytes]);
}

/** `127.0.0.1:80`, `[::1]:80`. Mapped addresses are shown as IPv4, zone ids are left out. */
export function formatAddress({ address, port }: SocketAddress): string {
	const bare = address.split('%', 1)[0] ?? '';
	const bytes = parseIp(bare);
	if (bytes?.length === 4) return `${bytes.join('.')}:${port}`;
	return bare.includes(':') ? `[${bare}]:${port}` : `${bare}:${port}`;
}
