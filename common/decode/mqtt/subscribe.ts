import type { Reader } from '../core/reader.ts';
import { GRANTED, reasonIn } from './codes.ts';
import { QOS, RETAIN_HANDLING } from './packets.ts';
import { readProperties } from './properties.ts';
import { readString } from './values.ts';

const OPTIONS_5 = [
	['reserved', 2],
	['retainHandling', 2, RETAIN_HANDLING],
	['retainAsPublished', 1],
	['noLocal', 1],
	['qos', 2, QOS],
] as const;

const OPTIONS_3 = [
	['reserved', 6],
	['qos', 2, QOS],
] as const;

/** A filter of topics: at least one character (MQTT 5, 4.7.3). */
const readFilter = (reader: Reader) =>
	readString(reader, 'filter', (text) =>
		text === '' ? { code: 'unexpected', expected: 'at least one character' } : undefined,
	);

function readOptions(reader: Reader, version: number): void {
	const options = version === 5 ? reader.bits('options', 1, OPTIONS_5) : reader.bits('options', 1, OPTIONS_3);
	if (options('reserved') !== 0) reader.note({ code: 'unexpected', expected: 'reserved bits of 0' });
	if (options('qos') > 2) reader.note({ code: 'unexpected', expected: 'a QoS of 0 to 2' });
}

/** One part after another, at least one, up to the end of the packet. */
function readAll(reader: Reader, read: () => string | undefined): string {
	const parts: string[] = [];
	do parts.push(read() ?? '?');
	while (reader.left > 0);
	return parts.join(', ');
}

/** SUBSCRIBE (MQTT 5, 3.8; 3.1.1, 3.8) and UNSUBSCRIBE (3.10), which has no options. */
export function readSubscribe(reader: Reader, version: number, packet: 'SUBSCRIBE' | 'UNSUBSCRIBE'): string {
	reader.uint('packetId', 2);
	if (version === 5) readProperties(reader, 'properties', packet);
	return readAll(reader, () =>
		reader.group('subscription', () => {
			const filter = readFilter(reader);
			reader.tell(filter);
			if (packet === 'SUBSCRIBE') readOptions(reader, version);
			return filter;
		}),
	);
}

/** SUBACK (MQTT 5, 3.9; 3.1.1, 3.9) and UNSUBACK (3.11), which in MQTT 3.1.1 has no codes. */
export function readSuback(reader: Reader, version: number, packet: 'SUBACK' | 'UNSUBACK'): string | undefined {
	reader.uint('packetId', 2);
	if (version === 5) {
		readProperties(reader, 'properties', packet);
		const meaning = reasonIn(packet);
		return readAll(reader, () => meaning(reader.uint('reasonCode', 1, 'be', { meaning })));
	}
	if (packet === 'UNSUBACK') return undefined;
	return readAll(reader, () => {
		const code = reader.uint('returnCode', 1, 'be', { meaning: GRANTED });
		if (!GRANTED.has(code)) reader.note({ code: 'unexpected', expected: '0, 1, 2 or 128' });
		return GRANTED.get(code);
	});
}
