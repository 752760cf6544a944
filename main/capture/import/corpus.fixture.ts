import { type FilePacket, pcapFile, pcapngBlocks } from './files.fixture.ts';
import { type Addresses, fragmentBody, framed, ipv4, ipv6, udpDatagram } from './frames.fixture.ts';
import { Random } from './random.fixture.ts';
import { conversation } from './traffic.fixture.ts';

const V4: Addresses = { source: '10.0.0.2', destination: '10.0.0.3' };
const V6: Addresses = { source: 'fe80:0:0:0:0:0:0:2', destination: 'fe80:0:0:0:0:0:0:3' };
const PORTS = { from: 5353, to: 5353 };
const TIME = 1_700_000_000_000_000_000n;

/** The tags of an exported PDU between two IPv4 ends, and its bytes. */
export function exportedPdu(portType: number, bytes: Uint8Array): Uint8Array {
	const tag = (code: number, value: readonly number[]) => [0, code, 0, value.length, ...value];
	const tags = [
		...[...tag(12, [...Buffer.from('data')]), ...tag(20, [10, 0, 0, 2]), ...tag(21, [10, 0, 0, 3])],
		...[...tag(24, [0, 0, 0, portType]), ...tag(25, [0, 0, 4, 210]), ...tag(26, [0, 0, 0, 80]), ...tag(0, [])],
	];
	return Uint8Array.from([...tags, ...bytes]);
}

/** An IPv4 datagram in three fragments, and an IPv6 one in two. */
export function fragmented(data: Uint8Array): Uint8Array[] {
	const four = udpDatagram(V4, PORTS, data);
	const six = udpDatagram(V6, PORTS, data);
	const cut = (from: number, to: number, id: number) =>
		ipv4(V4, 17, four.subarray(from, to), { fragment: { id, from, more: to < four.length } });
	const cut6 = (from: number, to: number) => {
		const body = fragmentBody({ id: 77, from, more: to < six.length });
		return ipv6(V6, 17, six.subarray(from, to), [{ number: 44, body }]);
	};
	return [cut(16, 40, 9), cut(0, 16, 9), cut(40, four.length, 9), cut6(0, 24), cut6(24, six.length)];
}

/** IP packets of all supported kinds, about 60. */
function packets(random: Random): Uint8Array[] {
	const mishaps = { loss: 0.1, duplicate: 0.1, delay: 0.3, again: 0.2, middle: 0.3, abrupt: 0.3 };
	const tcp = [0, 1, 2].flatMap((number) => conversation(random, number, mishaps).slice(0, 16));
	const plain = ipv4(V4, 17, udpDatagram(V4, PORTS, random.bytes(30)), { options: [7, 4, 0, 0] });
	return [...tcp, ...fragmented(random.bytes(60)), plain, ipv4(V4, 1, random.bytes(20))];
}

const LINKS = [0, 1, 12, 101, 108, 113, 228, 252, 276];

/** Small valid files, one of each kind. */
export function corpus(seed: number): Buffer[] {
	const random = new Random(seed);
	const files: Buffer[] = [];
	for (const [i, link] of LINKS.entries()) {
		const list: FilePacket[] = packets(random).map((bytes, n) => ({
			time: TIME + BigInt(n),
			bytes:
				link === 252 ? exportedPdu(2 + (n % 2), bytes) : framed(link, bytes, n % 5 === 0 && link === 1 ? [0x8100] : []),
		}));
		const little = i % 2 === 0;
		files.push(pcapFile(list, { little, link, magic: [0xa1b2c3d4, 0xa1b23c4d, 0xa1b2cd34][i % 3] ?? 0xa1b2c3d4 }));
		files.push(sections(list, link, little));
	}
	return files;
}

/** Two sections in different byte orders, blocks of all kinds. */
function sections(list: readonly FilePacket[], link: number, little: boolean): Buffer {
	const half = list.length >> 1;
	return Buffer.concat(
		[little, !little].flatMap((order, i) => {
			const blocks = pcapngBlocks(order);
			const part = list.slice(i * half, (i + 1) * half);
			return [
				blocks.section(),
				blocks.interface({ link, name: 'eth0', resolution: i === 0 ? 9 : 0x94, offset: BigInt(i) }),
				blocks.interface({ link, snapLength: 96 }),
				blocks.block(5, [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]),
				...part.map((packet, n) => {
					if (n % 9 === 0) return blocks.simple(packet);
					if (n % 9 === 1) return blocks.old(packet, packet.time);
					return blocks.enhanced({ ...packet, comments: n % 9 === 2 ? ['seen'] : [], interface: n % 2 }, packet.time);
				}),
				blocks.block(0x0bad, [[1, 2, 3, 4]]),
			];
		}),
	);
}
