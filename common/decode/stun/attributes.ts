import { checksumOf } from '../../payload/checksum.ts';
import { fieldName } from '../core/field-name.ts';
import { readPadding } from '../core/padding.ts';
import type { Reader } from '../core/reader.ts';
import { uintAt } from '../core/uint.ts';
import { readAddress, readXorAddress } from './address.ts';
import { ATTRIBUTES, ERRORS, FAMILIES, PASSWORD_ALGORITHMS, TRANSPORTS } from './names.ts';

/** A message that attributes are read in. */
export interface Message {
	/** Offset of its first byte. */
	readonly start: number;
	/** What addresses are combined with: the cookie and the transaction. */
	readonly mask: Uint8Array;
	/** Whether attributes are filled up to four bytes. */
	readonly isPadded: boolean;
}

type Read = (reader: Reader, message: Message) => void;

/** A FINGERPRINT is combined with this, to differ from a CRC-32 in the application's data (RFC 8489, 14.7). */
const FINGERPRINT_MASK = 0x5354554e;

const readText: Read = (reader) => reader.tell(reader.text('text', reader.left));
const readNumber: Read = (reader) => reader.tell(reader.uint('number', 4));
const readSeconds: Read = (reader) => reader.tell(reader.uint('seconds', 4), 's');
const readBytes: Read = (reader) => void reader.rest('data');
/** Its presence says all. */
const readNothing: Read = () => undefined;

/** A code of a hundreds digit and two others, and why (RFC 8489, 14.8). */
const readError: Read = (reader) => {
	reader.uint('reserved', 2);
	readCode(reader);
};

function readCode(reader: Reader): void {
	const code = reader.group('code', () => {
		const hundreds = reader.uint('class', 1) & 7;
		const value = hundreds * 100 + reader.uint('number', 1);
		reader.tell(value, ERRORS.get(value));
		return value;
	});
	const reason = reader.left > 0 ? reader.text('reason', reader.left) : undefined;
	reader.tell(code, reason ?? ERRORS.get(code));
}

function readPasswordAlgorithm(reader: Reader): string {
	const algorithm = reader.uint('algorithm', 2, 'be', { meaning: PASSWORD_ALGORITHMS });
	const length = reader.uint('parametersLength', 2);
	if (length > 0) {
		reader.data('parameters', length);
		readPadding(reader, length);
	}
	return PASSWORD_ALGORITHMS.get(algorithm) ?? String(algorithm);
}

/** The CRC-32 of the message in front of this attribute, whose length in the header includes it (RFC 8489, 14.7). */
function readFingerprint(reader: Reader, { start }: Message): void {
	const before = reader.bytes.subarray(start, reader.at - 4);
	const expected = (uintAt(checksumOf(before, 'crc32'), 0, 4) ^ FINGERPRINT_MASK) >>> 0;
	const isRight = reader.peekUint(4) === expected;
	const hex = `0x${expected.toString(16).padStart(8, '0')}`;
	reader.uint('crc32', 4, 'be', isRight ? {} : { note: { code: 'checksum', expected: hex } });
}

/** The value of an attribute by its type; of others, the bytes. */
const VALUES: ReadonlyMap<string, Read> = new Map([
	...['MAPPED-ADDRESS', 'RESPONSE-ADDRESS', 'SOURCE-ADDRESS', 'CHANGED-ADDRESS', 'REFLECTED-FROM'].map(
		(name) => [name, readAddress] as const,
	),
	...['ALTERNATE-SERVER', 'RESPONSE-ORIGIN', 'OTHER-ADDRESS'].map((name) => [name, readAddress] as const),
	...['XOR-MAPPED-ADDRESS', 'XOR-PEER-ADDRESS', 'XOR-RELAYED-ADDRESS'].map(
		(name) => [name, (reader: Reader, { mask }: Message) => readXorAddress(reader, mask)] as const,
	),
	...['USERNAME', 'REALM', 'NONCE', 'SOFTWARE', 'ALTERNATE-DOMAIN', 'THIRD-PARTY-AUTHORIZATION'].map(
		(name) => [name, readText] as const,
	),
	...['LIFETIME', 'CACHE-TIMEOUT'].map((name) => [name, readSeconds] as const),
	...['PRIORITY', 'BANDWIDTH', 'TIMER-VAL', 'CONNECTION-ID'].map((name) => [name, readNumber] as const),
	...['DONT-FRAGMENT', 'USE-CANDIDATE'].map((name) => [name, readNothing] as const),
	['ERROR-CODE', readError],
	['FINGERPRINT', readFingerprint],
	[
		'CHANGE-REQUEST',
		(reader) =>
			void reader.bits('flags', 4, [
				['reserved', 29],
				['changeIp', 1],
				['changePort', 1],
				['unused', 1],
			]),
	],
	[
		'UNKNOWN-ATTRIBUTES',
		(reader) => {
			while (reader.left >= 2) reader.uint('type', 2, 'be', { meaning: ATTRIBUTES });
		},
	],
	[
		'CHANNEL-NUMBER',
		(reader) => {
			reader.tell(reader.uint('channel', 2));
			reader.uint('reserved', 2);
		},
	],
	[
		'EVEN-PORT',
		(reader) =>
			void reader.bits('flags', 1, [
				['reserveNext', 1],
				['reserved', 7],
			]),
	],
	[
		'REQUESTED-TRANSPORT',
		(reader) => {
			const transport = reader.uint('transport', 1, 'be', { meaning: TRANSPORTS });
			reader.tell(transport, TRANSPORTS.get(transport));
			reader.uint('reserved', 3);
		},
	],
	...['REQUESTED-ADDRESS-FAMILY', 'ADDITIONAL-ADDRESS-FAMILY'].map(
		(name) =>
			[
				name,
				(reader: Reader) => {
					const family = reader.uint('family', 1, 'be', { meaning: FAMILIES });
					reader.tell(family, FAMILIES.get(family));
					reader.uint('reserved', 3);
				},
			] as const,
	),
	[
		'ADDRESS-ERROR-CODE',
		(reader) => {
			reader.uint('family', 1, 'be', { meaning: FAMILIES });
			reader.uint('reserved', 1);
			readCode(reader);
		},
	],
	[
		'PASSWORD-ALGORITHMS',
		(reader) => {
			while (reader.left > 0) reader.group('choice', () => reader.tell(readPasswordAlgorithm(reader)));
		},
	],
	['PASSWORD-ALGORITHM', (reader) => reader.tell(readPasswordAlgorithm(reader))],
	[
		'ICMP',
		(reader) => {
			reader.uint('reserved', 2);
			reader.uint('type', 1);
			reader.uint('code', 1);
			reader.data('data', 4);
		},
	],
	[
		'RESPONSE-PORT',
		(reader) => {
			reader.tell(reader.uint('port', 2));
			if (reader.left > 0) reader.uint('reserved', 2);
		},
	],
	[
		'TRANSACTION-TRANSMIT-COUNTER',
		(reader) => {
			reader.uint('reserved', 2);
			reader.uint('requests', 1);
			reader.uint('responses', 1);
		},
	],
	...['ICE-CONTROLLED', 'ICE-CONTROLLING'].map(
		(name) => [name, (reader: Reader) => reader.tell(reader.uint64('tieBreaker'))] as const,
	),
]);

/** An attribute (RFC 8489, 14). */
export function readAttribute(reader: Reader, message: Message): void {
	const name = ATTRIBUTES.get(reader.peekUint(2));
	reader.group(name === undefined ? 'attribute' : fieldName(name), () => {
		reader.uint('type', 2, 'be', { meaning: ATTRIBUTES });
		const length = reader.uint('length', 2);
		reader.within(length, () => (VALUES.get(name ?? '') ?? readBytes)(reader, message));
		if (message.isPadded) readPadding(reader, length);
	});
}
