import { dateText } from '../core/date-text.ts';
import type { Reader } from '../core/reader.ts';
import { type Message, readName } from './name.ts';
import { TYPES } from './names.ts';

/** Algorithms and digests of DNSSEC (IANA, DNSSEC Algorithm Numbers). */
const ALGORITHMS: ReadonlyMap<number, string> = new Map([
	[1, 'RSA/MD5'],
	[3, 'DSA/SHA-1'],
	[5, 'RSA/SHA-1'],
	[6, 'DSA/SHA-1, NSEC3'],
	[7, 'RSA/SHA-1, NSEC3'],
	[8, 'RSA/SHA-256'],
	[10, 'RSA/SHA-512'],
	[12, 'GOST R 34.10-2001'],
	[13, 'ECDSA P-256'],
	[14, 'ECDSA P-384'],
	[15, 'Ed25519'],
	[16, 'Ed448'],
]);
const DIGESTS: ReadonlyMap<number, string> = new Map([
	[1, 'SHA-1'],
	[2, 'SHA-256'],
	[3, 'GOST R 34.11-94'],
	[4, 'SHA-384'],
]);
const SSH_ALGORITHMS: ReadonlyMap<number, string> = new Map([
	[1, 'RSA'],
	[2, 'DSA'],
	[3, 'ECDSA'],
	[4, 'Ed25519'],
	[6, 'Ed448'],
]);

const ALGORITHM = { meaning: ALGORITHMS };
const DIGEST = { meaning: DIGESTS };
const DATE = { meaning: (seconds: number) => dateText(seconds, 0) };

/** The types that a bitmap has, in a window of 256 (RFC 4034, 4.1.2). */
function typesIn(window: number, bitmap: Uint8Array): string {
	const names: string[] = [];
	for (const [at, byte] of bitmap.entries())
		for (let bit = 0; bit < 8; bit++) {
			const type = window * 256 + at * 8 + bit;
			if ((byte & (0x80 >> bit)) !== 0) names.push(TYPES.get(type) ?? `TYPE${type}`);
		}
	return names.join(' ');
}

function readTypes(reader: Reader): void {
	while (reader.left > 0)
		reader.group('types', () => {
			const window = reader.uint('window', 1);
			const bitmap = reader.data('bitmap', reader.uint('length', 1));
			reader.tell(() => typesIn(window, bitmap));
		});
}

/** A signature (RFC 4034, 3.1). */
export function readRrsig(reader: Reader, message: Message): void {
	reader.uint('typeCovered', 2, 'be', { meaning: TYPES });
	reader.uint('algorithm', 1, 'be', ALGORITHM);
	reader.uint('labels', 1);
	reader.uint('originalTtl', 4);
	reader.uint('expiration', 4, 'be', DATE);
	reader.uint('inception', 4, 'be', DATE);
	reader.uint('keyTag', 2);
	readName(reader, 'signer', message);
	reader.rest('signature');
}

/** A key (RFC 4034, 2.1; RFC 5011, 7). */
export function readDnskey(reader: Reader): void {
	reader.bits('flags', 2, [
		['unused', 7],
		['zoneKey', 1],
		['revoked', 1],
		['reserved', 6],
		['secureEntryPoint', 1],
	]);
	reader.uint('protocol', 1);
	reader.uint('algorithm', 1, 'be', ALGORITHM);
	reader.rest('key');
}

/** The digest of a key (RFC 4034, 5.1). */
export function readDs(reader: Reader): void {
	reader.uint('keyTag', 2);
	reader.uint('algorithm', 1, 'be', ALGORITHM);
	reader.uint('digestType', 1, 'be', DIGEST);
	reader.rest('digest');
}

/** The next name, and the types that this one has (RFC 4034, 4.1). */
export function readNsec(reader: Reader, message: Message): void {
	readName(reader, 'nextName', message);
	readTypes(reader);
}

/** How names are hashed (RFC 5155, 4.2). */
export function readNsec3Param(reader: Reader): void {
	reader.uint('hashAlgorithm', 1, 'be', { meaning: new Map([[1, 'SHA-1']]) });
	reader.bits('flags', 1, [
		['reserved', 7],
		['optOut', 1],
	]);
	reader.uint('iterations', 2);
	const length = reader.uint('saltLength', 1);
	if (length > 0) reader.data('salt', length);
}

/** The same of hashed names (RFC 5155, 3.2). */
export function readNsec3(reader: Reader): void {
	readNsec3Param(reader);
	reader.data('nextHash', reader.uint('hashLength', 1));
	readTypes(reader);
}

/** The fingerprint of a host's key (RFC 4255, 3.1). */
export function readSshfp(reader: Reader): void {
	reader.uint('algorithm', 1, 'be', { meaning: SSH_ALGORITHMS });
	reader.uint('fingerprintType', 1, 'be', DIGEST);
	reader.rest('fingerprint');
}

/** What a certificate has to be (RFC 6698, 2.1). */
export function readTlsa(reader: Reader): void {
	reader.uint('usage', 1);
	reader.uint('selector', 1);
	reader.uint('matchingType', 1);
	reader.rest('association');
}
