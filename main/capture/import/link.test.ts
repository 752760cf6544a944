import { expect, test } from 'vitest';
import { exportedPdu, fragmented } from './corpus.fixture.ts';
import { pcapFile, pcapngBlocks } from './files.fixture.ts';
import { type Addresses, framed, ip, ipv4, ipv6, udpDatagram } from './frames.fixture.ts';
import { imports } from './import.fixture.ts';

const imported = imports();
const V4: Addresses = { source: '10.0.0.2', destination: '10.0.0.3' };
const V6: Addresses = { source: '2001:db8:0:0:1:0:0:2', destination: 'fe80:0:0:0:0:0:0:3' };
const PORTS = { from: 50_000, to: 53 };
const text = (value: string) => new TextEncoder().encode(value);
const HELLO = ip(V4, 17, udpDatagram(V4, PORTS, text('hello')));
const HELLO6 = ip(V6, 17, udpDatagram(V6, PORTS, text('hello')));

async function linesOf(link: number, ...frames: Uint8Array[]): Promise<string[]> {
	return (
		await imported.of(
			pcapFile(
				frames.map((bytes, i) => ({ time: BigInt(i), bytes })),
				{ link },
			),
		)
	).lines;
}

const BOTH = [
	'#1 in open 10.0.0.2:50000 → 10.0.0.3:53',
	'#1 in data hello',
	'#2 in open [2001:db8::1:0:0:2]:50000 → [fe80::3]:53',
	'#2 in data hello',
];

test.each([0, 1, 9, 12, 14, 50, 51, 101, 104, 105, 108, 113, 127, 276])(
	'datagrams of both families are read from frames of link type %i',
	async (link) => {
		expect(await linesOf(link, framed(link, HELLO), framed(link, HELLO6))).toEqual(BOTH);
	},
);

test('raw IPv4 and raw IPv6 are read without a frame', async () => {
	expect(await linesOf(228, HELLO)).toEqual(BOTH.slice(0, 2));
	expect(await linesOf(229, HELLO6)).toEqual(BOTH.slice(2).map((line) => line.replace('#2', '#1')));
});

test('loopback frames are read from big-endian machines too, and with each system’s number for IPv6', async () => {
	expect(await linesOf(0, Uint8Array.of(0, 0, 0, 2, ...HELLO))).toEqual(BOTH.slice(0, 2));
	for (const family of [10, 24, 28, 30]) {
		const lines = await linesOf(0, Uint8Array.of(family, 0, 0, 0, ...HELLO6));
		expect(lines.at(-1)).toBe('#1 in data hello');
	}
});

test('one and two VLAN tags, and IEEE 802.3 with SNAP, are skipped', async () => {
	const snap = [...framed(1, HELLO).subarray(0, 12), 0, 8 + HELLO.length, 0xaa, 0xaa, 3, 0, 0, 0, 8, 0, ...HELLO];
	for (const frame of [framed(1, HELLO, [0x8100]), framed(1, HELLO, [0x88a8, 0x8100]), Uint8Array.from(snap)]) {
		expect(await linesOf(1, frame)).toEqual(BOTH.slice(0, 2));
	}
});

/** A frame of Ethernet with another EtherType. */
const behind = (type: readonly number[], packet: Uint8Array) =>
	Uint8Array.from([...framed(1, HELLO).subarray(0, 12), ...type, ...packet]);

test('labels of MPLS, and sessions of PPPoE, are skipped', async () => {
	const labels = [0x88, 0x47, 0, 1, 0, 64, 0, 2, 1, 64];
	const session = [0x88, 0x64, 0x11, 0, 0, 9, 0, HELLO.length + 2, 0x00, 0x21];
	for (const before of [labels, session]) expect(await linesOf(1, behind(before, HELLO))).toEqual(BOTH.slice(0, 2));
	expect(await linesOf(1, behind(labels, HELLO6))).toEqual(BOTH.slice(2).map((line) => line.replace('#2', '#1')));
	const control = await imported.of(
		pcapFile([
			{ time: 1n, bytes: behind([0x88, 0x64, 0x11, 0, 0, 9, 0, 4, 0xc0, 0x21], text('ab')) },
			{ time: 1n, bytes: behind([...labels, 0, 0, 0, 0], HELLO) },
			{ time: 1n, bytes: behind([0x88, 0x47, 0, 1, 0, 64], Uint8Array.of()) },
		]),
	);
	expect(control.summary.skipped.map(({ reason }) => reason).toSorted()).toEqual([
		'MPLS',
		'PPP',
		'cut off within the link header',
	]);
});

const OUTER: Addresses = { source: '192.0.2.1', destination: '192.0.2.2' };
const OUTER6: Addresses = { source: '2001:db8:0:0:0:0:0:1', destination: '2001:db8:0:0:0:0:0:2' };
const ethernet = framed(1, HELLO);

test.each([
	['IPv4 in IPv4', ip(OUTER, 4, HELLO)],
	['IPv4 in IPv6', ip(OUTER6, 4, HELLO)],
	['GRE', ip(OUTER, 47, Uint8Array.of(0, 0, 8, 0, ...HELLO))],
	[
		'GRE with a checksum, a key and a number',
		ip(OUTER, 47, Uint8Array.of(0xb0, 0, 8, 0, ...text('checksumkeys'), ...HELLO)),
	],
	['GRE of PPTP', ip(OUTER, 47, Uint8Array.of(0x30, 0x81, 0x88, 0x0b, ...text('keysnumbacks'), 0x21, ...HELLO))],
	['GRE with Ethernet', ip(OUTER, 47, Uint8Array.of(0, 0, 0x65, 0x58, ...ethernet))],
	['a mirrored frame', ip(OUTER, 47, Uint8Array.of(0x10, 0, 0x88, 0xbe, ...text('numbmirrored'), ...ethernet))],
	['authenticated', ip(OUTER, 51, Uint8Array.of(17, 4, 0, 0, ...text('indxnumbersumsumsums'), ...HELLO.subarray(20)))],
	['a tunnel in a tunnel', ip(OUTER, 41, ip(OUTER6, 47, Uint8Array.of(0, 0, 8, 0, ...HELLO)))],
])('what is tunnelled is read with its own addresses: %s', async (name, packet) => {
	const lines = await linesOf(1, framed(1, packet));
	const [open = '', data] = BOTH;
	expect(lines).toEqual([name === 'authenticated' ? '#1 in open 192.0.2.1:50000 → 192.0.2.2:53' : open, data]);
});

test('IPv6 in IPv4, whole and in fragments', async () => {
	const expected = BOTH.slice(2).map((line) => line.replace('#2', '#1'));
	expect(await linesOf(101, ip(OUTER, 41, HELLO6))).toEqual(expected);
	const [first, second] = [HELLO6.subarray(0, 24), HELLO6.subarray(24)];
	const pieces = [
		ipv4(OUTER, 41, first, { fragment: { id: 7, from: 0, more: true } }),
		ipv4(OUTER, 41, second, { fragment: { id: 7, from: 24, more: false } }),
	];
	expect(await linesOf(101, ...pieces)).toEqual(expected);
});

test('tunnels in tunnels without an end are counted as what they are', async () => {
	const deep = Array.from({ length: 400 }).reduce<Uint8Array>((inner) => ip(OUTER, 4, inner), HELLO);
	const { summary } = await imported.of(pcapFile([{ time: 1n, bytes: deep }], { link: 101 }));
	expect(summary.skipped).toEqual([{ reason: 'IPv4 in IP', packets: 1 }]);
	const names = async (protocol: number, content: readonly number[]) =>
		(
			await imported.of(pcapFile([{ time: 1n, bytes: ip(OUTER, protocol, Uint8Array.from(content)) }], { link: 101 }))
		).summary.skipped.map(({ reason }) => reason);
	expect(await names(47, [0, 0, 8, 6, 0, 1])).toEqual(['GRE']);
	expect(await names(47, [0xb0, 0, 8, 0, 0])).toEqual(['cut off within the IP header']);
	expect(await names(51, [17, 4, 0, 0])).toEqual(['cut off within the IP header']);
});

test('IPv4 options, IPv6 extension headers and padding after a short packet are not payload', async () => {
	const options = ipv4(V4, 17, udpDatagram(V4, PORTS, text('hello')), { options: [7, 7, 4, 0, 0, 0, 0, 0] });
	const extended = ipv6(V6, 17, udpDatagram(V6, PORTS, text('hello')), [
		{ number: 0, body: [0, 1, 4, 0, 0, 0, 0] },
		{ number: 60, body: [0, 1, 4, 0, 0, 0, 0] },
		{ number: 44, body: [0, 0, 0, 0, 0, 0, 9] },
	]);
	expect(await linesOf(1, framed(1, options), framed(1, extended))).toEqual(BOTH);
});

test('fragments in any order become one datagram; incomplete ones are counted', async () => {
	const data = text('x'.repeat(30) + 'y'.repeat(30));
	const fragments = fragmented(data);
	const lines = [...'56'].flatMap(() => [`#${0} in data ${'x'.repeat(30)}${'y'.repeat(30)}`]);
	const whole = await imported.of(
		pcapFile(
			fragments.map((bytes) => ({ time: 5n, bytes })),
			{ link: 101 },
		),
	);
	expect(whole.lines.filter((line) => line.includes('data')).map((line) => line.replace(/#\d/, '#0'))).toEqual(lines);
	const missing = fragments.filter((_, i) => i !== 1).map((bytes) => ({ time: 5n, bytes }));
	const { summary } = await imported.of(pcapFile(missing, { link: 101 }));
	expect(summary.skipped).toEqual([{ reason: 'fragments of datagrams that never became complete', packets: 2 }]);
	expect(summary.connections).toBe(1);
});

test('packets other than TCP and UDP are counted by kind', async () => {
	const arp = Uint8Array.from([...framed(1, HELLO).subarray(0, 12), 8, 6, ...new Array<number>(46).fill(0)]);
	const odd = Uint8Array.from([...framed(1, HELLO).subarray(0, 12), 0x12, 0x34, 0, 0]);
	const packets = [arp, arp, arp, odd, framed(1, ipv4(V4, 1, text('ping'))), framed(1, ipv4(V4, 1, text('pong')))];
	packets.push(
		framed(1, ipv4(V4, 132, text('sctp'))),
		framed(1, HELLO).subarray(0, 30),
		framed(1, HELLO).subarray(0, 10),
	);
	const { summary, lines } = await imported.of(pcapFile(packets.map((bytes) => ({ time: 5n, bytes }))));
	expect(lines).toEqual([]);
	expect(summary.packets).toBe(9);
	expect(new Map(summary.skipped.map(({ reason, packets: count }) => [reason, count]))).toEqual(
		new Map([
			['ARP', 3],
			['EtherType 0x1234', 1],
			['ICMP', 2],
			['SCTP', 1],
			['cut off within the IP header', 1],
			['cut off within the link header', 1],
		]),
	);
	const wifi = await imported.of(pcapFile([{ time: 1n, bytes: text('beacon') }], { link: 105 }));
	expect(wifi.summary.skipped).toEqual([{ reason: '802.11', packets: 1 }]);
	const other = await imported.of(pcapFile([{ time: 1n, bytes: text('frame') }], { link: 107 }));
	expect(other.summary.skipped).toEqual([{ reason: 'link type 107', packets: 1 }]);
});

test('exported PDUs of Wireshark are connections by their addresses and ports', async () => {
	expect(
		await linesOf(252, exportedPdu(2, text('GET')), exportedPdu(3, text('query')), exportedPdu(9, text('?'))),
	).toEqual([
		'#1 in open 10.0.0.2:1234 → 10.0.0.3:80',
		'#1 in data GET',
		'#2 in open 10.0.0.2:1234 → 10.0.0.3:80',
		'#2 in data query',
	]);
});

test('pcapng is read with sections in both byte orders, interfaces with units of their own, all packet blocks and comments', async () => {
	const packet = { time: 0n, bytes: framed(101, HELLO) };
	const [little, big] = [pcapngBlocks(true), pcapngBlocks(false)];
	const file = Buffer.concat([
		little.section(),
		little.interface({ link: 101, name: 'lo' }),
		little.interface({ link: 101, name: 'eth1', resolution: 3, offset: 1000n }),
		little.interface({ link: 101, resolution: 0x8a }),
		little.interface({ link: 101, resolution: 12 }),
		little.block(4, [[0, 0, 0, 0]]),
		little.enhanced({ ...packet, comments: ['first', 'second'] }, 5_000_001n),
		little.enhanced({ ...packet, interface: 1 }, 2_500n),
		little.enhanced({ ...packet, interface: 2 }, 1024n * 7n + 512n),
		little.enhanced({ ...packet, interface: 3 }, 8_000_000_000_500n),
		little.old(packet, 6_000_000n),
		big.section(),
		big.interface({ link: 101, resolution: 9, snapLength: 33 }),
		big.block(0x0bad, [[1, 2, 3, 4]]),
		big.enhanced(packet, 9_000_000_007n),
		big.simple(packet),
	]);
	const result = await imported.of(file);
	expect(result.lines.slice(0, 4)).toEqual([...BOTH.slice(0, 2), '#1 none note first', '#1 none note second']);
	const data = result.events.filter(({ kind }) => kind === 'data');
	expect(data.map(({ time }) => time)).toEqual([
		5_000_001_000n,
		1_002_500_000_000n,
		7_500_000_000n,
		8_000_000_000n,
		6_000_000_000n,
		9_000_000_007n,
		9_000_000_007n,
	]);
	expect(data.map(({ bytes }) => bytes.toString())).toEqual([...new Array<string>(6).fill('hello'), 'hello']);
	expect(result.summary.damage).toBeUndefined();
});
