import type { FilePacket } from './files.fixture.ts';
import {
	ACK,
	type Addresses,
	FIN,
	ip,
	type Ports,
	PSH,
	RST,
	type SegmentFields,
	SYN,
	tcpSegment,
} from './frames.fixture.ts';
import type { Random } from './random.fixture.ts';

/** Mishaps of packets between the network and the file. */
export interface Mishaps {
	/** Each a probability for one packet. */
	readonly loss: number;
	readonly duplicate: number;
	readonly delay: number;
	/** Bytes are retransmitted, split at other places; sometimes with other content. */
	readonly again: number;
	/** The handshake is not in the file. */
	readonly middle: number;
	/** The end is a reset, or missing. */
	readonly abrupt: number;
}

interface Side {
	readonly addresses: Addresses;
	readonly ports: Ports;
	/** All its data, and how much of it was sent. */
	readonly data: Uint8Array;
	readonly initial: number;
	sent: number;
}

/** IP packets of one TCP conversation, as in a possible capture. */
export function conversation(random: Random, number: number, mishaps: Mishaps): Uint8Array[] {
	const six = random.chance(0.3);
	const [a, b] = six
		? [`2001:db8:0:0:0:0:0:${(number + 16).toString(16)}`, 'fe80:0:0:0:0:0:0:1']
		: [`10.1.${number >> 8}.${number & 255}`, '192.168.7.1'];
	const client = side(random, { source: a, destination: b }, { from: 40_000 + (number % 20_000), to: 8080 });
	const server = side(random, { source: b, destination: a }, { from: 8080, to: 40_000 + (number % 20_000) });
	const packets: Uint8Array[] = [];
	const send = (from: Side, fields: Omit<SegmentFields, 'sequence'>, at = from.sent) => {
		const sequence = (from.initial + 1 + at) >>> 0;
		packets.push(ip(from.addresses, 6, tcpSegment(from.addresses, from.ports, { ...fields, sequence })));
	};
	const ack = (of: Side) => (of.initial + 1 + of.sent) >>> 0;
	if (!random.chance(mishaps.middle)) {
		send(client, { flags: SYN, options: [2, 4, 5, 180] }, -1);
		send(server, { flags: SYN | ACK, acknowledgement: ack(client) }, -1);
		send(client, { flags: ACK, acknowledgement: ack(server) });
	}
	while (client.sent < client.data.length || server.sent < server.data.length) {
		const [from, to] = random.chance(0.5) ? [client, server] : [server, client];
		const length = Math.min(random.below(random.chance(0.2) ? 1400 : 60) + 1, from.data.length - from.sent);
		const flags = ACK | PSH;
		const data = from.data.subarray(from.sent, from.sent + length);
		send(from, { flags, acknowledgement: ack(to), data });
		from.sent += length;
		if (random.chance(0.4)) send(to, { flags: ACK, acknowledgement: ack(from) });
		if (!random.chance(mishaps.again) || from.sent === 0) continue;
		const start = Math.max(0, from.sent - random.below(200) - 1);
		const end = Math.min(from.data.length, start + random.below(300) + 1);
		const again = from.data.slice(start, end);
		if (random.chance(0.5)) again.fill(0x2a);
		send(from, { flags, acknowledgement: ack(to), data: again }, start);
		from.sent = Math.max(from.sent, end);
	}
	if (random.chance(mishaps.abrupt)) {
		if (random.chance(0.5)) send(client, { flags: RST | ACK, acknowledgement: ack(server) });
	} else {
		send(client, { flags: FIN | ACK, acknowledgement: ack(server) });
		client.sent++;
		send(server, { flags: FIN | ACK, acknowledgement: ack(client) });
		server.sent++;
		send(client, { flags: ACK, acknowledgement: ack(server) });
	}
	return disturb(random, packets, mishaps);
}

function side(random: Random, addresses: Addresses, ports: Ports): Side {
	// Some start just before the sequence numbers wrap.
	const initial = random.chance(0.3) ? 0xffff_ffff - random.below(500) : random.below(2 ** 32);
	return { addresses, ports, data: random.bytes(random.below(3000)), initial, sent: 0 };
}

function disturb(random: Random, packets: readonly Uint8Array[], { loss, duplicate, delay }: Mishaps): Uint8Array[] {
	const placed = packets.flatMap((bytes, i) => {
		if (random.chance(loss)) return [];
		// Not the first SYN: tshark treats the 0 in its acknowledgement as a number, and sees a gap where there is none.
		const at = i > 0 && random.chance(delay) ? i + random.below(12) + 0.5 : i;
		return random.chance(duplicate)
			? [
					{ at, bytes },
					{ at: i === 0 ? at : at + random.below(5), bytes },
				]
			: [{ at, bytes }];
	});
	return placed.sort((a, b) => a.at - b.at).map(({ bytes }) => bytes);
}

/** Mixes conversations into one file, each in its own order, a microsecond a packet. */
export function mixed(random: Random, conversations: readonly (readonly Uint8Array[])[], from: bigint): FilePacket[] {
	const queues = conversations.filter((list) => list.length > 0).map((list) => [...list].reverse());
	const packets: FilePacket[] = [];
	while (queues.length > 0) {
		const at = random.below(queues.length);
		const bytes = queues[at]?.pop();
		if (bytes) packets.push({ time: from + BigInt(packets.length) * 1000n, bytes });
		if (queues[at]?.length === 0) queues.splice(at, 1);
	}
	return packets;
}
