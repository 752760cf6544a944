import type { Reader } from '../core/reader.ts';
import { readPayload } from '../payload/payload.ts';
import { reasonIn } from './codes.ts';
import { readProperties } from './properties.ts';
import { readString } from './values.ts';

/** PUBLISH (MQTT 5, 3.3; 3.1.1, 3.3). */
export function readPublish(reader: Reader, version: number, qos: number): string {
	const topic = readString(reader, 'topic', (text) =>
		/[#+\0]/.test(text) ? { code: 'unexpected', expected: 'a topic without wildcards' } : undefined,
	);
	if (qos > 0) reader.uint('packetId', 2);
	if (version === 5) readProperties(reader, 'properties', 'PUBLISH');
	if (reader.left > 0) readPayload(reader, reader.left);
	return topic;
}

/**
 * PUBACK, PUBREC, PUBREL, PUBCOMP, DISCONNECT and AUTH (MQTT 5, 3.4 to 3.7, 3.14, 3.15): code and properties are left out where
 * nothing has failed, and always in MQTT 3.1.1.
 */
export function readOutcome(reader: Reader, version: number, packet: string): string | undefined {
	if (packet !== 'DISCONNECT' && packet !== 'AUTH') reader.uint('packetId', 2);
	if (version !== 5 || reader.left === 0) return undefined;
	const meaning = reasonIn(packet);
	const code = reader.uint('reasonCode', 1, 'be', { meaning });
	if (reader.left > 0) readProperties(reader, 'properties', packet);
	return meaning(code);
}
