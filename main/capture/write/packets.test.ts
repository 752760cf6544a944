import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Clock } from '../../../common/capture/clock.ts';
import { fold, sumBytes } from '../packet/checksum.ts';
import { exportedForm, tcpForm, udpForm } from '../packet/forms.ts';
import { locatePayload } from '../packet/locate.ts';
import { buildPacket } from '../pcapng/build.ts';
import { LINK } from '../pcapng/format.ts';
import { parseBlock, parsePacket } from '../pcapng/parse.ts';
import { createShared } from '../ring/layout.ts';
import { PacketBatch } from './batch.ts';
import { PacketWriter, TCP } from './packets.ts';

const shared = createShared(1);
const clock = new Clock({ high: 0x1234, low: 0xffff_fff0 });
clock.set(0.000_05);
const TIME = 0x1235_0000_0022n;

const v4 = { source: { address: '10.1.2.3', port: 8080 }, destination: { address: '10.9.8.7', port: 65_535 } };
const v6 = { source: { address: 'fe80::1', port: 1 }, destination: { address: '2001:db8::ffff:1', port: 53 } };
const payload = fc.oneof(
	fc.uint8Array({ maxLength: 100 }),
	fc.uint8Array({ minLength: 500, maxLength: 3000, size: 'max' }),
);
const comment = fc.option(fc.string({ unit: 'grapheme', maxLength: 20 }), { nil: undefined });

/** Writes one packet surrounded by old bytes, and returns the block. */
function write(payloadBytes: Uint8Array, make: (packets: PacketWriter, start: number) => void): Uint8Array {
	// In the ring aligned to a word, in an imported file anywhere.
	const start = 24 + ((payloadBytes[0] ?? 0) % 4);
	shared.bytes.fill(0xaa, 0, payloadBytes.length + 64);
	shared.bytes.set(payloadBytes, start);
	const batch = new PacketBatch(1 << 16);
	batch.bytes.fill(0xbb);
	make(new PacketWriter(batch, shared, clock), start);
	return batch.bytes.slice(0, batch.length);
}

/** The one's complement sum of the pseudo header and everything after the IP header; 0xffff when the checksum is right. */
function transportSum(packet: Uint8Array): number {
	const six = (packet[0] ?? 0) >> 4 === 6;
	const header = six ? 40 : 20;
	const addresses = packet.subarray(six ? 8 : 12, header);
	const length = packet.length - header;
	const protocol = packet[six ? 6 : 9] ?? 0;
	return fold(
		sumBytes(Uint8Array.of(...addresses, 0, protocol, length >> 8, length & 0xff)) + sumBytes(packet.subarray(header)),
	);
}

test.each([
	['IPv4', v4],
	['IPv6', v6],
])('TCP and UDP over %s: right lengths, checksums, numbers, and the same block as the reference code', (_, ends) => {
	const tcp = tcpForm(ends);
	const udp = udpForm(ends);
	const number = fc.integer({ min: 0, max: 0xffff_ffff });
	fc.assert(
		fc.property(
			payload,
			comment,
			number,
			number,
			fc.constantFrom(0, 1, 2),
			fc.boolean(),
			(bytes, text, seq, ack, direction, syn) => {
				const encoded = text === undefined ? undefined : new TextEncoder().encode(text);
				const marks = { interfaceId: 7, direction, connection: direction === 0 ? 0 : 0xffff_fffe, comment: encoded };
				const flags = syn ? TCP.syn : TCP.ack | TCP.push;
				for (const form of [tcp, udp]) {
					const block = write(bytes, (packets, start) => {
						if (form === tcp) packets.tcp(form, marks, seq, ack, flags, start, bytes.length);
						else packets.udp(form, marks, start, bytes.length);
					});
					const found = parseBlock(block, 0, 0);
					expect(found?.length).toBe(block.length);
					if (!found) return;
					const parsed = parsePacket(block, found, 0);
					const { packet } = parsed;
					const view = new DataView(packet.buffer, packet.byteOffset, packet.length);
					const ipBytes = form.ipBytes;
					if (ipBytes === 20) expect(fold(sumBytes(packet.subarray(0, 20)))).toBe(0xffff);
					expect(view.getUint16(ipBytes === 20 ? 2 : 4)).toBe(packet.length - (ipBytes === 20 ? 0 : 40));
					expect(transportSum(packet)).toBe(0xffff);
					expect(view.getUint16(ipBytes)).toBe(ends.source.port);
					expect(view.getUint16(ipBytes + 2)).toBe(ends.destination.port);
					if (form === tcp) {
						expect(view.getUint32(ipBytes + 4)).toBe(seq);
						expect(view.getUint32(ipBytes + 8)).toBe(ack);
						expect(view.getUint8(ipBytes + 13)).toBe(flags);
					} else {
						expect(view.getUint16(ipBytes + 4)).toBe(8 + bytes.length);
						expect(view.getUint16(ipBytes + 6)).not.toBe(0);
					}
					const place = locatePayload(LINK.ip, packet, 0);
					expect(place).toMatchObject({
						form: form === tcp ? 'tcp' : 'udp',
						length: bytes.length,
						push: form !== tcp || !syn,
					});
					expect(Buffer.compare(packet.subarray(place.offset), bytes)).toBe(0);
					expectSlow(block, parsed.packet, marks, text);
				}
			},
		),
	);
});

test('a payload whose sum is known has the right checksum; other bytes at its place are summed again', () => {
	const form = tcpForm(v4);
	const marks = { interfaceId: 0, direction: 2, connection: 5, comment: undefined };
	const batch = new PacketBatch(1 << 20);
	const packets = new PacketWriter(batch, shared, clock);
	const large = fc.uint8Array({ minLength: 500, maxLength: 3000, size: 'max' });
	fc.assert(
		fc.property(fc.array(fc.tuple(large, fc.nat(1)), { minLength: 1, maxLength: 10 }), (payloads) => {
			for (const [bytes, place] of payloads) {
				shared.bytes.set(bytes, place * 4096);
				packets.otherBytes();
				for (let times = 0; times < 2; times++) {
					for (const length of [bytes.length, bytes.length - 1]) {
						batch.clear();
						packets.tcp(form, marks, times, 1, TCP.ack, place * 4096, length);
						const block = batch.bytes.subarray(0, batch.length);
						const found = parseBlock(block, 0, 0);
						if (!found) throw new Error('The block is cut off.');
						expect(transportSum(parsePacket(block, found, 0).packet)).toBe(0xffff);
					}
				}
			}
		}),
	);
});

test("exported PDUs have their tags and bytes, and are the same blocks as the reference code's", () => {
	const forms = [exportedForm('tcp', v4), exportedForm('udp', v6), exportedForm('tcp')];
	fc.assert(
		fc.property(payload, comment, fc.constantFrom(...forms), (bytes, text, form) => {
			const encoded = text === undefined ? undefined : new TextEncoder().encode(text);
			const marks = { interfaceId: 0, direction: 2, connection: 5, comment: encoded };
			const block = write(bytes, (packets, start) => packets.exported(form, marks, start, bytes.length));
			const found = parseBlock(block, 0, 0);
			if (!found) throw new Error('The block is cut off.');
			const { packet } = parsePacket(block, found, 0);
			const place = locatePayload(LINK.exported, packet, 0);
			expect(place).toEqual({ offset: form.words.length * 4, length: bytes.length, form: 'exported', push: false });
			expect(Buffer.compare(packet.subarray(place.offset), bytes)).toBe(0);
			expectSlow(block, packet, marks, text);
		}),
	);
});

function expectSlow(
	block: Uint8Array,
	packet: Uint8Array,
	marks: { interfaceId: number; direction: number; connection: number },
	text: string | undefined,
): void {
	const slow = buildPacket({
		interfaceId: marks.interfaceId,
		time: TIME,
		packet,
		...(marks.direction === 0 ? {} : { flags: marks.direction }),
		...(marks.connection === 0 ? {} : { queue: marks.connection }),
		...(text === undefined ? {} : { comment: text.replaceAll('\0', '\ufffd') }),
	});
	if (!text?.includes('\0')) expect(Buffer.compare(block, slow)).toBe(0);
}

test('the clock carries into the upper half', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), fc.double({ min: 0, max: 8e9, noNaN: true }), (low, now) => {
			const one = new Clock({ high: 0x18_0000, low });
			one.set(now);
			const expected = (0x18_0000n << 32n) + BigInt(low) + BigInt(Math.round(now * 1e6));
			expect((BigInt(one.high) << 32n) + BigInt(one.low)).toBe(expected);
		}),
	);
});
