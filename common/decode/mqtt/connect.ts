import type { Reader } from '../core/reader.ts';
import { readPayload } from '../payload/payload.ts';
import { RETURN_CODES, reasonIn } from './codes.ts';
import { QOS, VERSIONS } from './packets.ts';
import { readProperties } from './properties.ts';
import { readBinary, readString } from './values.ts';

const CONNECT_FLAGS = [
	['userName', 1],
	['password', 1],
	['willRetain', 1],
	['willQos', 2, QOS],
	['will', 1],
	['cleanStart', 1],
	['reserved', 1],
] as const;

const NAMES: ReadonlyMap<string, readonly number[]> = new Map([
	['MQTT', [4, 5]],
	['MQIsdp', [3]],
]);

/** CONNECT (MQTT 5, 3.1; 3.1.1, 3.1): the one packet that names the version. */
export function readConnect(reader: Reader): string {
	const name = readString(reader, 'protocolName', (text) =>
		NAMES.has(text) ? undefined : { code: 'unexpected', expected: 'MQTT' },
	);
	// The highest bit marks a bridge: Mosquitto sets it, and others have followed.
	const version = reader.uint('protocolVersion', 1, 'be', { meaning: (level) => VERSIONS.get(level & 0x7f) }) & 0x7f;
	const levels = NAMES.get(name);
	if (levels !== undefined && !levels.includes(version))
		reader.fail({ code: 'unexpected', expected: levels.join(' or ') });
	const flags = reader.bits('flags', 1, CONNECT_FLAGS);
	if (flags('reserved') !== 0) reader.note({ code: 'unexpected', expected: 'a reserved bit of 0' });
	reader.uint('keepAlive', 2, 'be', { meaning: (seconds) => (seconds === 0 ? 'off' : `${seconds} s`) });
	if (version === 5) readProperties(reader, 'properties', 'CONNECT');
	const client = readString(reader, 'clientId');
	if (flags('will') === 1)
		reader.group('willMessage', () => {
			if (version === 5) readProperties(reader, 'properties', 'will');
			reader.tell(readString(reader, 'topic'));
			readPayload(reader, reader.uint('payloadLength', 2));
		});
	if (flags('userName') === 1) readString(reader, 'userName');
	if (flags('password') === 1) readBinary(reader, 'password');
	return client;
}

/** CONNACK (MQTT 5, 3.2; 3.1.1, 3.2). */
export function readConnack(reader: Reader, version: number): string | undefined {
	const flags = reader.bits('flags', 1, [
		['reserved', 7],
		['sessionPresent', 1],
	]);
	if (flags('reserved') !== 0) reader.note({ code: 'unexpected', expected: 'reserved bits of 0' });
	if (version === 5) {
		const meaning = reasonIn('CONNACK');
		const code = reader.uint('reasonCode', 1, 'be', { meaning });
		readProperties(reader, 'properties', 'CONNACK');
		return meaning(code);
	}
	return RETURN_CODES.get(reader.uint('returnCode', 1, 'be', { meaning: RETURN_CODES }));
}
