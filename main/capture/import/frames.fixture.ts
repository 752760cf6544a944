import { fold, sumBytes, swap16 } from '../packet/checksum.ts';

/** Frames as on networks, for tests: built independently of the code that writes our own. */
const u16 = (value: number) => [(value >>> 8) & 0xff, value & 0xff];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];

/** One part after the other. Payloads stay typed arrays: tests build tens of thousands of packets. */
function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

export interface Addresses {
	/** Dotted IPv4, or IPv6 as eight groups without abbreviation. */
	readonly source: string;
	readonly destination: string;
}

export interface Ports {
	readonly from: number;
	readonly to: number;
}

function addressBytes(text: string): number[] {
	if (!text.includes(':')) return text.split('.').map(Number);
	return text.split(':').flatMap((group) => u16(Number.parseInt(group, 16)));
}

/** Of a header of whole words, and the data after it. */
function transportChecksum(
	addresses: Addresses,
	protocol: number,
	header: readonly number[],
	data: Uint8Array,
): number {
	const pseudo = [...addressBytes(addresses.source), ...addressBytes(addresses.destination), 0, protocol];
	const length = u16(header.length + data.length);
	const sum = sumBytes(Uint8Array.from([...pseudo, ...length, ...header])) + sumBytes(data);
	return swap16(~fold(sum) & 0xffff);
}

export const SYN = 0x02;
export const FIN = 0x01;
export const RST = 0x04;
export const PSH = 0x08;
export const ACK = 0x10;

export interface SegmentFields {
	readonly sequence: number;
	readonly acknowledgement?: number;
	readonly flags: number;
	readonly data?: Uint8Array;
	/** Padded to whole words by the caller. */
	readonly options?: readonly number[];
}

export function tcpSegment(addresses: Addresses, ports: Ports, fields: SegmentFields): Uint8Array {
	const { sequence, acknowledgement = 0, flags, data = new Uint8Array(0), options = [] } = fields;
	const words = 5 + options.length / 4;
	const header = [
		...[...u16(ports.from), ...u16(ports.to), ...u32(sequence), ...u32(acknowledgement)],
		...[words << 4, flags, 0xff, 0xff, 0, 0, 0, 0, ...options],
	];
	const checksum = transportChecksum(addresses, 6, header, data);
	header.splice(16, 2, ...u16(checksum));
	return joined(header, data);
}

export function udpDatagram(addresses: Addresses, ports: Ports, data: Uint8Array): Uint8Array {
	const header = [...u16(ports.from), ...u16(ports.to), ...u16(8 + data.length), 0, 0];
	const checksum = transportChecksum(addresses, 17, header, data) || 0xffff;
	header.splice(6, 2, ...u16(checksum));
	return joined(header, data);
}

export interface FragmentFields {
	readonly id: number;
	/** Bytes; a multiple of 8. */
	readonly from: number;
	readonly more: boolean;
}

/** An IPv4 packet; `options` in whole words. */
export function ipv4(
	addresses: Addresses,
	protocol: number,
	content: Uint8Array,
	{ options = [], fragment }: { options?: readonly number[]; fragment?: FragmentFields } = {},
): Uint8Array {
	const bytes = 20 + options.length;
	const offset = fragment ? (fragment.from >>> 3) | (fragment.more ? 0x2000 : 0) : 0x4000;
	const header = [
		...[0x40 | (bytes / 4), 0, ...u16(bytes + content.length), ...u16(fragment?.id ?? 0), ...u16(offset)],
		...[64, protocol, 0, 0, ...addressBytes(addresses.source), ...addressBytes(addresses.destination), ...options],
	];
	header.splice(10, 2, ...u16(swap16(~fold(sumBytes(Uint8Array.from(header))) & 0xffff)));
	return joined(header, content);
}

/** An IPv6 packet; `extensions` are whole headers, each with the number that the previous one uses for it. */
export function ipv6(
	addresses: Addresses,
	protocol: number,
	content: Uint8Array,
	extensions: readonly { readonly number: number; readonly body: readonly number[] }[] = [],
): Uint8Array {
	const numbers = [...extensions.map(({ number }) => number), protocol];
	const headers = extensions.flatMap(({ body }, i) => [numbers[i + 1] ?? 0, ...body]);
	return joined(
		[0x60, 0, 0, 0, ...u16(headers.length + content.length), numbers[0] ?? protocol, 64],
		[...addressBytes(addresses.source), ...addressBytes(addresses.destination), ...headers],
		content,
	);
}

/** The body of an IPv6 fragment header, after its next header field. */
export function fragmentBody({ id, from, more }: FragmentFields): number[] {
	return [0, ...u16(from | (more ? 1 : 0)), ...u32(id)];
}

export function ip(addresses: Addresses, protocol: number, content: Uint8Array): Uint8Array {
	return addresses.source.includes(':') ? ipv6(addresses, protocol, content) : ipv4(addresses, protocol, content);
}

/** The link-layer header of an IP packet, by link type. */
export function framed(link: number, packet: Uint8Array, tags: readonly number[] = []): Uint8Array {
	const six = (packet[0] ?? 0) >> 4 === 6;
	const type = [...tags.flatMap((tag) => [...u16(tag), 0, 7]), ...u16(six ? 0x86dd : 0x0800)];
	const before: Readonly<Record<number, number[]>> = {
		0: [six ? 10 : 2, 0, 0, 0],
		1: [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, ...type],
		9: six ? [0x57] : [0x00, 0x21],
		50: [0xff, 0x03, 0x00, six ? 0x57 : 0x21],
		51: [0x11, 0, 0, 7, ...u16(packet.length + 2), 0x00, six ? 0x57 : 0x21],
		104: [0x0f, 0x00, ...type],
		105: [0x08, 0x01, 0, 0, ...new Array<number>(18).fill(2), 0, 0, 0xaa, 0xaa, 3, 0, 0, 0, ...type],
		127: [
			...[0, 0, 18, 0, 3, 0, 0, 0, ...new Array<number>(8).fill(1), 0x20, 0],
			...[0x88, 0x02, 0, 0, ...new Array<number>(18).fill(2), 0, 0, 0, 0, 0, 0],
			...[0xaa, 0xaa, 3, 0, 0, 0, ...type],
		],
		108: [0, 0, 0, six ? 24 : 2],
		113: [0, 0, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, ...type],
		276: [...u16(six ? 0x86dd : 0x0800), 0, 0, 0, 0, 0, 2, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0],
	};
	const padding = link === 1 ? new Array<number>(Math.max(0, 46 - packet.length)).fill(0) : [];
	return joined(before[link] ?? [], packet, padding);
}
