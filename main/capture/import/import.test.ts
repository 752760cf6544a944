import { expect, test } from 'vitest';
import { pcapFile, pcapngFile } from './files.fixture.ts';
import {
	ACK,
	type Addresses,
	FIN,
	framed,
	ip,
	PSH,
	type SegmentFields,
	SYN,
	tcpSegment,
	udpDatagram,
} from './frames.fixture.ts';
import { imports } from './import.fixture.ts';

const imported = imports();
const CLIENT = '10.0.0.5';
const SERVER = '10.0.0.1';
const TIME = 1_700_000_000_123_456_789n;

/** Ethernet frames of a conversation of 10.0.0.5:50000 with 10.0.0.1:80. */
function frame(fromClient: boolean, fields: SegmentFields): Uint8Array {
	const addresses: Addresses = fromClient
		? { source: CLIENT, destination: SERVER }
		: { source: SERVER, destination: CLIENT };
	const ports = fromClient ? { from: 50_000, to: 80 } : { from: 80, to: 50_000 };
	return framed(1, ip(addresses, 6, tcpSegment(addresses, ports, fields)));
}

const text = (value: string) => new TextEncoder().encode(value);

const CONVERSATION = [
	frame(true, { sequence: 1000, flags: SYN }),
	frame(false, { sequence: 5000, acknowledgement: 1001, flags: SYN | ACK }),
	frame(true, { sequence: 1001, acknowledgement: 5001, flags: ACK }),
	frame(true, { sequence: 1001, acknowledgement: 5001, flags: ACK | PSH, data: text('GET') }),
	frame(false, { sequence: 5001, acknowledgement: 1004, flags: ACK | PSH, data: text('200 OK') }),
	frame(true, { sequence: 1004, acknowledgement: 5007, flags: ACK | FIN }),
	frame(false, { sequence: 5007, acknowledgement: 1005, flags: ACK | FIN }),
	frame(true, { sequence: 1005, acknowledgement: 5008, flags: ACK }),
].map((bytes, i) => ({ time: TIME + BigInt(i) * 1_000_000n, bytes }));

const LINES = [
	'#1 in open 10.0.0.5:50000 → 10.0.0.1:80',
	'#1 in data GET',
	'#1 out data 200 OK',
	'#1 in end',
	'#1 out end',
	'#1 none close',
];

test.each([
	['pcapng, little-endian', pcapngFile(CONVERSATION), 0n],
	['pcapng, big-endian', pcapngFile(CONVERSATION, { little: false }), 0n],
	['pcap with nanoseconds', pcapFile(CONVERSATION, { magic: 0xa1b23c4d }), 0n],
	['pcap, big-endian', pcapFile(CONVERSATION, { little: false }), 789n],
	['pcap of an old Linux', pcapFile(CONVERSATION, { magic: 0xa1b2cd34 }), 789n],
])('a TCP conversation in %s', async (_, file, lost) => {
	const result = await imported.of(file);
	expect(result.lines).toEqual(LINES);
	expect(result.events.map(({ time }) => time)).toEqual(
		[0, 3, 4, 5, 6, 7].map((i) => (CONVERSATION[i]?.time ?? 0n) - lost),
	);
	expect(result.events.every(({ endpoint }) => endpoint === '10.0.0.1:80')).toBe(true);
	const { summary } = result;
	expect(summary).toMatchObject({ packets: 8, events: 6, connections: 1, payloadBytes: 9, gaps: 0, cancelled: false });
	expect(summary.damage).toBeUndefined();
	expect([summary.bytesRead, summary.totalBytes]).toEqual([file.length, file.length]);
	expect([summary.from, summary.to]).toEqual([TIME - lost, TIME + 7_000_000n - lost]);
});

test('datagrams become one connection for each pair of addresses', async () => {
	const client: Addresses = { source: CLIENT, destination: SERVER };
	const server: Addresses = { source: SERVER, destination: CLIENT };
	const datagrams = [
		udpDatagram(client, { from: 40_000, to: 53 }, text('who')),
		udpDatagram(client, { from: 40_001, to: 53 }, text('')),
		udpDatagram(server, { from: 53, to: 40_000 }, text('me')),
	];
	const packets = datagrams.map((bytes, i) => framed(1, ip(i === 2 ? server : client, 17, bytes)));
	const result = await imported.of(pcapFile(packets.map((bytes, i) => ({ time: TIME + BigInt(i), bytes }))));
	expect(result.lines).toEqual([
		'#1 in open 10.0.0.5:40000 → 10.0.0.1:53',
		'#1 in data who',
		'#2 in open 10.0.0.5:40001 → 10.0.0.1:53',
		'#2 in data',
		'#1 out data me',
	]);
	expect(new Set(result.events.map(({ endpoint }) => endpoint))).toEqual(new Set(['10.0.0.1:53/udp']));
});
