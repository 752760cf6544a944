import type { Context, Decoder } from '../core/decoder.ts';
import type { Reader } from '../core/reader.ts';
import { ALERT_LEVELS, ALERTS, CONTENT_TYPES, HANDSHAKE_TYPES } from './names.ts';
import { sizedData } from './parts.ts';
import { HANDSHAKE, RECORD_HEADER, readHandshakes, readRecordHeader } from './record.ts';

/** The most bytes of a record: 2^14, and 2^11 that compression and encryption may add (RFC 5246, 6.2.3; less in RFC 8446, 5.2). */
const LONGEST = 0x4800;

function readAlert(reader: Reader): void {
	if (reader.left !== 2) {
		reader.rest('encrypted');
		return;
	}
	const level = reader.uint('level', 1, 'be', { meaning: ALERT_LEVELS });
	const code = reader.uint('description', 1, 'be', { meaning: ALERTS });
	reader.tell('alert', `${ALERT_LEVELS.get(level) ?? level}, ${ALERTS.get(code) ?? code}`);
}

/** A heartbeat (RFC 6520, 4); an encrypted one says other lengths. */
function readHeartbeat(reader: Reader): void {
	const length = reader.peekUint(2, 1);
	if (length + 3 > reader.left) {
		reader.rest('encrypted');
		return;
	}
	reader.uint('type', 1, 'be', {
		meaning: (type) => (type === 1 ? 'heartbeat_request' : type === 2 ? 'heartbeat_response' : undefined),
	});
	sizedData(reader, 'payload', 2);
	reader.rest('padding');
}

const CONTENTS: ReadonlyMap<string, (reader: Reader) => void> = new Map([
	['change_cipher_spec', (reader) => void reader.uint('change', 1)],
	['alert', readAlert],
	['heartbeat', readHeartbeat],
]);

/**
 * A record of TLS 1.0 to 1.3 (RFC 8446, 5; RFC 5246, 6) or SSL 3.0: what is in clear of it. A handshake message that goes on in the
 * records behind it is put together.
 */
function decode(reader: Reader): void {
	const { type, length } = readRecordHeader(reader);
	const name = CONTENT_TYPES.get(type);
	if (name === undefined) reader.fail({ code: 'unexpected', expected: '20 to 24' });
	reader.tell(name);
	if (type === HANDSHAKE) {
		const said = readHandshakes(reader, length);
		if (said.length === 0) reader.tell('encrypted handshake');
		else
			reader.tell(said.map((message) => message.name).join(', '), said.find(({ about }) => about !== undefined)?.about);
	} else if (length > 0)
		reader.within(length, () => (CONTENTS.get(name) ?? ((rest) => rest.rest('encrypted')))(reader));
}

/** A header of a record, and a handshake, an alert or another record where the first one ends. */
function recognise(bytes: Uint8Array, { transport }: Context): number {
	const [type = 0, major = 0, minor = 0, high = 0, low = 0, first = 0, second = 0] = bytes;
	const length = high * 256 + low;
	if (transport === 'datagram' || !CONTENT_TYPES.has(type) || length > LONGEST) return 0;
	if (bytes.length < RECORD_HEADER) return bytes.length >= 3 && major === 3 && minor <= 4 ? 0.3 : 0;
	if (major !== 3 || minor > 4 || length === 0) return 0;
	const next = bytes[RECORD_HEADER + length];
	if (next !== undefined && !CONTENT_TYPES.has(next)) return 0.1;
	if (type === HANDSHAKE) return HANDSHAKE_TYPES.has(first) && second === 0 ? 0.98 : 0.9;
	if (type === 21) return length === 2 && !(ALERT_LEVELS.has(first) && ALERTS.has(second)) ? 0.1 : 0.95;
	if (type === 20) return length === 1 && first === 1 ? 0.98 : 0.1;
	return 0.9;
}

export const tls: Decoder = {
	id: 'tls',
	title: 'TLS',
	ports: { stream: [443, 465, 563, 636, 853, 989, 990, 992, 993, 995, 5061, 5671, 8443, 8883] },
	most: 0.98,
	mayBegin: (first, transport) => transport === 'stream' && CONTENT_TYPES.has(first),
	recognise,
	decode,
};
