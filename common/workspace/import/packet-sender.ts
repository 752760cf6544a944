import { z } from 'zod';
import { type EndpointConfigInput, udpSender } from '../../endpoints/index.ts';
import { formatSocketAddress } from '../../payload/address.ts';
import { formatBytes } from '../../payload/index.ts';
import type { Said } from '../../words/sentence/said.ts';
import { type Found, joined } from './found.ts';
import { hostHeader, requestText } from './http-request.ts';
import { importSays } from './import-says.ts';
import { parseIni } from './ini.ts';

// The fields are those that Packet Sender reads and writes itself (src/packet.cpp of https://github.com/dannagle/PacketSender).

const number = z.union([z.number(), z.string()]).default(0).transform(Number).catch(0);
// Left out is the port that it was sent from: Packet Sender records one and never uses it, and its own samples have numbers of ten digits.
const packetSchema = z.object({
	name: z.string().min(1),
	hexstring: z.string().default(''),
	toip: z.string().default(''),
	port: number,
	tcporudp: z.string().default('TCP'),
	/** Seconds; 0: once. */
	repeat: number,
	requestpath: z.string().default(''),
});
type Packet = z.infer<typeof packetSchema>;

/** The packets of an export as JSON, or undefined where it is something else. */
export function fromPacketSender(document: unknown): Found | undefined {
	const parsed = z
		.array(packetSchema.extend({ tcporudp: z.string() }))
		.min(1)
		.safeParse(document);
	return parsed.success ? fromPackets(parsed.data) : undefined;
}

/** The packets of a `packets.ini`, or undefined where it is something else. */
export function fromPacketSenderIni(text: string): Found | undefined {
	const ini = parseIni(text);
	const names = ini?.get('NAMES');
	if (ini === undefined || names === undefined) return undefined;
	const packets: Packet[] = [];
	const notes: Said[] = [];
	for (const [key, name] of names) {
		if (!/^\d+[\\/]name$/.test(key)) continue;
		// Each packet has a section of its name, with the keys of the JSON in mixed case.
		const fields = [...(ini.get(name) ?? [])].map(([field, value]) => [field.toLowerCase(), value] as const);
		const packet = packetSchema.safeParse({ ...Object.fromEntries(fields), name });
		if (packet.success && fields.length > 0) packets.push(packet.data);
		else notes.push(importSays('packetWithoutSection', { label: name }));
	}
	const found = fromPackets(packets);
	return { ...found, notes: [...notes, ...found.notes] };
}

function fromPackets(packets: readonly Packet[]): Found {
	const { endpoints, notes, ...rest } = joined(packets.map(fromPacket));
	// Packets to one place share an endpoint.
	const byPlace = new Map(endpoints.map((endpoint) => [endpoint.name, endpoint]));
	const own = [...byPlace.values()];
	const secure = own.filter((endpoint) => 'tls' in endpoint).map(({ name }) => name);
	return {
		...rest,
		notes: secure.length === 0 ? notes : [...notes, importSays('packetNotVerified', { label: secure.join(', ') })],
		endpoints: own,
	};
}

function fromPacket({ name, hexstring, toip, port, tcporudp, repeat, requestpath }: Packet): Found {
	const notes: Said[] = [];
	const protocol = tcporudp.trim().toLowerCase();
	const isHttp = protocol.includes('http');
	const isTls = protocol.includes('ssl') || protocol.includes('https');
	if (repeat > 0) notes.push(importSays('packetRepeated', { label: name, seconds: repeat }));
	const hex = (hexstring.match(/[0-9a-f]/gi) ?? []).join('');
	if (hex.length % 2 === 1) notes.push(importSays('packetOddDigits', { label: name }));
	const bytes = Uint8Array.from((hex.length % 2 === 1 ? `0${hex}` : hex).match(/../g) ?? [], (pair) =>
		Number.parseInt(pair, 16),
	);
	const payload = isHttp
		? { format: 'escaped' as const, text: httpText({ protocol, toip, port, path: requestpath, bytes, isTls }) }
		: { format: 'hex' as const, text: formatBytes(bytes, 'hex') };
	const known = isHttp || isTls || protocol.includes('tcp') || protocol === 'udp';
	if (!known) notes.push(importSays('packetProtocol', { label: name, protocol: tcporudp }));
	const endpoint = known && toip !== '' ? endpointFor({ protocol, toip, port, isTls }) : undefined;
	if (known && toip === '') notes.push(importSays('packetWithoutPlace', { label: name }));
	return {
		endpoints: endpoint === undefined ? [] : [endpoint],
		payloads: [{ name, folder: 'Packet Sender', template: false, ...payload }],
		notes,
	};
}

function httpText({
	protocol,
	toip,
	port,
	path,
	bytes,
	isTls,
}: {
	protocol: string;
	toip: string;
	port: number;
	path: string;
	bytes: Uint8Array;
	isTls: boolean;
}): string {
	const isPost = protocol.includes('post');
	const form = isPost ? [['Content-Type', 'application/x-www-form-urlencoded'] as const] : [];
	return requestText({
		method: isPost ? 'POST' : 'GET',
		path: path.startsWith('/') ? path : `/${path}`,
		version: '1.1',
		headers: [['Host', hostHeader(toip, port, isTls ? 443 : 80)], ['Connection', 'close'], ...form],
		body: isPost ? bytes : new Uint8Array(0),
	});
}

function endpointFor({
	protocol,
	toip,
	port,
	isTls,
}: {
	protocol: string;
	toip: string;
	port: number;
	isTls: boolean;
}): EndpointConfigInput {
	const name = `${protocol === 'udp' ? 'UDP' : isTls ? 'TLS' : 'TCP'} ${formatSocketAddress({ address: toip, port })}`;
	if (protocol === 'udp') return udpSender(name, { host: toip, port });
	return { kind: 'tcp-client', name, host: toip, port, ...(isTls ? { tls: {} } : {}) };
}
