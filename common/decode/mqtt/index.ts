import { toLatin1 } from '../../payload/index.ts';
import type { Context, Decoder } from '../core/decoder.ts';
import { faultOf } from '../core/fault.ts';
import type { Reader } from '../core/reader.ts';
import { readConnack, readConnect } from './connect.ts';
import { PACKETS, QOS, VERSIONS } from './packets.ts';
import { readOutcome, readPublish } from './publish.ts';
import { readSuback, readSubscribe } from './subscribe.ts';
import { readVarint } from './values.ts';

/** What a packet's first byte says. */
interface Header {
	readonly packet: string;
	readonly qos: number;
}

/** Bits of the first byte that a packet must have, where they are no flags (MQTT 5, 2.1.3). */
const FIXED: ReadonlyMap<string, number> = new Map([
	['PUBREL', 2],
	['SUBSCRIBE', 2],
	['UNSUBSCRIBE', 2],
]);

function readHeader(reader: Reader): Header {
	const packet = PACKETS.get((reader.peek() ?? 0) >> 4) ?? '';
	if (packet === 'PUBLISH') {
		const bits = reader.bits('header', 1, [
			['type', 4, PACKETS],
			['duplicate', 1],
			['qos', 2, QOS],
			['retain', 1],
		]);
		const qos = bits('qos');
		if (qos > 2) reader.note({ code: 'unexpected', expected: 'a QoS of 0 to 2' });
		return { packet, qos };
	}
	const bits = reader.bits('header', 1, [
		['type', 4, PACKETS],
		['reserved', 4],
	]);
	if (packet === '') reader.fail({ code: 'unexpected', expected: 'a type of 1 to 15' });
	const fixed = FIXED.get(packet) ?? 0;
	if (bits('reserved') !== fixed) reader.note({ code: 'unexpected', expected: `reserved bits of ${fixed}` });
	return { packet, qos: 0 };
}

/** Reads what is behind the header of a packet, as that of a version. Returns what a person reads of it. */
function readBody(reader: Reader, { packet, qos }: Header, version: number): string | undefined {
	switch (packet) {
		case 'CONNECT':
			return readConnect(reader);
		case 'CONNACK':
			return readConnack(reader, version);
		case 'PUBLISH':
			return readPublish(reader, version, qos);
		case 'SUBSCRIBE':
		case 'UNSUBSCRIBE':
			return readSubscribe(reader, version, packet);
		case 'SUBACK':
		case 'UNSUBACK':
			return readSuback(reader, version, packet);
		case 'PINGREQ':
		case 'PINGRESP':
			return undefined;
		default:
			return readOutcome(reader, version, packet);
	}
}

/** Packets that have the same form in both versions as long as nothing is added to them in MQTT 5. */
const ALIKE: ReadonlyMap<string, number> = new Map([
	['PUBACK', 2],
	['PUBREC', 2],
	['PUBREL', 2],
	['PUBCOMP', 2],
	['DISCONNECT', 0],
	['PINGREQ', 0],
	['PINGRESP', 0],
]);

/** Where the text behind a packet's header is: a topic, or the name of the protocol. Undefined where the header has no end. */
function firstText(bytes: Uint8Array): { readonly from: number; readonly end: number } | undefined {
	const length = bytes.subarray(0, 5).findIndex((byte, at) => at > 0 && byte < 0x80);
	if (length === -1) return undefined;
	const from = length + 3;
	return { from, end: from + (((bytes[from - 2] ?? 0) << 8) | (bytes[from - 1] ?? 0)) };
}

/** The names of the protocol in a CONNECT, behind their lengths: of MQTT 3.1.1 and 5, and of 3.1. */
const PROTOCOL_NAMES = ['\0\u0004MQTT', '\0\u0006MQIsdp'];

/** The version that a CONNECT at the begin of the message names: packets behind it in the same message have that one. */
function versionNamed(bytes: Uint8Array): number | undefined {
	const name = bytes[0] === 0x10 ? firstText(bytes) : undefined;
	if (name === undefined) return undefined;
	const version = (bytes[name.end] ?? 0) & 0x7f;
	return VERSIONS.has(version) ? version : undefined;
}

/**
 * The version that the body of a packet is read as: that in which it fits; MQTT 5 where it fits in both, because an empty list of
 * properties seldom fits by chance.
 */
function versionBy(body: Uint8Array, header: Header): number {
	const fault = (version: number) => faultOf(body, (reader) => readBody(reader, header, version));
	if (fault(5) === undefined) return 5;
	const other = fault(4);
	return other === undefined || other.code === 'short' || header.packet === 'PUBLISH' ? 4 : 5;
}

/** A control packet of MQTT 3.1.1 or 5 (OASIS standards of 2014 and 2019). Only CONNECT names its version. */
function decode(reader: Reader): void {
	const header = readHeader(reader);
	const { packet } = header;
	reader.tell(packet);
	const length = readVarint(reader, 'length');
	let version = 5;
	if (packet !== 'CONNECT' && packet !== 'AUTH' && ALIKE.get(packet) !== length) {
		const body = reader.bytes.subarray(reader.at, reader.at + Math.min(length, reader.left));
		version = versionNamed(reader.bytes) ?? versionBy(body, header);
		reader.record('version', 0, version, { meaning: VERSIONS });
	}
	reader.within(length, () => reader.tell(packet, readBody(reader, header, version)));
}

/** Whether the topic of a PUBLISH, which may be incomplete, is there and without control characters. */
function hasTopic(bytes: Uint8Array): boolean {
	const topic = firstText(bytes);
	return (
		topic !== undefined &&
		topic.end > topic.from &&
		topic.end <= bytes.length &&
		bytes.subarray(topic.from, topic.end).every((byte) => byte > 0x20)
	);
}

/** How much a CONNECT, which may be incomplete, looks like one: it names the protocol. Its properties may be wrong. */
function opening(bytes: Uint8Array, isWhole: boolean): number {
	const name = firstText(bytes);
	if (bytes[0] !== 0x10 || name === undefined) return 0;
	const there = toLatin1(bytes.subarray(name.from - 2, name.end));
	if (!PROTOCOL_NAMES.some((known) => known.startsWith(there))) return 0;
	if (isWhole) return 0.99;
	return there.length < 4 ? 0.2 : versionNamed(bytes) === undefined ? 0.8 : 0.9;
}

/** Packets without a fault, of which the last may be incomplete; those without a body but an identifier may be so by chance. */
function recognise(bytes: Uint8Array, { transport }: Context): number {
	const packet = PACKETS.get((bytes[0] ?? 0) >> 4);
	if (transport !== 'stream' || packet === undefined || bytes.length < 2) return 0;
	let whole = 0;
	const fault = faultOf(bytes, (reader) => {
		for (; reader.left > 0; whole++) reader.group('packet', () => decode(reader));
	});
	if (packet === 'CONNECT') return opening(bytes, fault === undefined || whole > 0);
	if (fault !== undefined && fault.code !== 'short') return 0;
	if (packet === 'PUBLISH' && !hasTopic(bytes)) return whole > 0 ? 0.3 : 0.1;
	if (whole === 0) return packet === 'PUBLISH' ? 0.6 : 0.2;
	return ALIKE.get(packet) === bytes[1] ? 0.6 : 0.85;
}

/** By the first packet alone: its name of the protocol, or whether all of it is there. */
function most(bytes: Uint8Array, { transport }: Context): number {
	const packet = PACKETS.get((bytes[0] ?? 0) >> 4);
	if (transport !== 'stream' || packet === undefined || bytes.length < 2) return 0;
	if (packet === 'CONNECT') return opening(bytes, true);
	let length = 0;
	let at = 1;
	for (; at < 5 && at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		length += (byte & 0x7f) * 2 ** (7 * (at - 1));
		if (byte < 0x80) break;
	}
	return at + 1 + length <= bytes.length ? 0.85 : packet === 'PUBLISH' ? 0.6 : 0.2;
}

export const mqtt: Decoder = {
	id: 'mqtt',
	title: 'MQTT',
	carries: ['json'],
	ports: { stream: [1883, 8883] },
	most,
	mayBegin: (first, transport) => transport === 'stream' && PACKETS.has(first >> 4),
	recognise,
	decode,
};
