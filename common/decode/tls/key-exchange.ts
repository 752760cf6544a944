import type { Reader } from '../core/reader.ts';
import { readExtensions } from './extensions.ts';
import { CLIENT_CERTIFICATES, GROUPS, named, SIGNATURES } from './names.ts';
import { firstThatFits, listOf, sized, sizedData } from './parts.ts';

const NAMED_CURVE = 3;

type Read = (reader: Reader) => void;

const readAlgorithm: Read = (reader) => void reader.uint('algorithm', 2, 'be', { meaning: named(SIGNATURES) });

/** A signature as TLS 1.2 has it, and as older versions do, which have one algorithm for each kind of key. */
const SIGNATURE: readonly Read[] = [
	(reader) => {
		readAlgorithm(reader);
		sizedData(reader, 'signature', 2);
	},
	(reader) => sizedData(reader, 'signature', 2),
];

/** Parameters of an elliptic curve with a name and a point on it (RFC 8422, 5.4). */
const readCurve: Read = (reader) => {
	const type = reader.uint('curveType', 1, 'be', {
		meaning: (value) => (value === NAMED_CURVE ? 'named_curve' : undefined),
	});
	if (type !== NAMED_CURVE) reader.fail({ code: 'unexpected', expected: '3 (named_curve)' });
	reader.uint('curve', 2, 'be', { meaning: named(GROUPS) });
	sizedData(reader, 'publicKey', 1);
};

/** Parameters of Diffie and Hellman (RFC 5246, 7.4.3). */
const readDiffieHellman: Read = (reader) => {
	for (const name of ['prime', 'generator', 'publicKey']) sizedData(reader, name, 2);
};

/** With a signature, or from an anonymous server. */
const signings = (parameters: Read): readonly Read[] => [
	...SIGNATURE.map(
		(signature): Read =>
			(reader) => {
				parameters(reader);
				signature(reader);
			},
	),
	parameters,
];

/** A key of a server, of a form that the cipher suite says, which stands in an earlier message (RFC 5246, 7.4.3; RFC 8422, 5.4). */
export const readServerKeyExchange: Read = (reader) =>
	firstThatFits(reader, [...signings(readCurve), ...signings(readDiffieHellman)]);

/** A point, or what is encrypted with RSA, or a number of Diffie and Hellman (RFC 5246, 7.4.7; RFC 8422, 5.7). */
export const readClientKeyExchange: Read = (reader) =>
	firstThatFits(reader, [
		(reader) => sizedData(reader, 'publicKey', 1),
		(reader) => sizedData(reader, 'exchangeKey', 2),
		(reader) => {
			sizedData(reader, 'identity', 2);
			sizedData(reader, 'publicKey', 1);
		},
	]);

export const readCertificateVerify: Read = (reader) => firstThatFits(reader, SIGNATURE);

const readTypes: Read = (reader) =>
	listOf(reader, 'types', 1, () => void reader.uint('type', 1, 'be', { meaning: CLIENT_CERTIFICATES }));
const readAuthorities: Read = (reader) => listOf(reader, 'authorities', 2, () => sizedData(reader, 'name', 2));

/** Of TLS 1.2 (RFC 5246, 7.4.4), of older versions, and of 1.3 (RFC 8446, 4.3.2). */
export const readCertificateRequest: Read = (reader) =>
	firstThatFits(reader, [
		(reader) => {
			readTypes(reader);
			listOf(reader, 'algorithms', 2, () => readAlgorithm(reader));
			readAuthorities(reader);
		},
		(reader) => {
			readTypes(reader);
			readAuthorities(reader);
		},
		(reader) => {
			sizedData(reader, 'context', 1);
			readExtensions(reader, 'client');
		},
	]);

/** Of TLS 1.2 (RFC 5246, 7.4.2), and of 1.3 (RFC 8446, 4.4.2). */
export const readCertificate: Read = (reader) =>
	firstThatFits(reader, [
		(reader) => listOf(reader, 'certificates', 3, () => sizedData(reader, 'certificate', 3)),
		(reader) => {
			sizedData(reader, 'context', 1);
			listOf(reader, 'certificates', 3, () => {
				sizedData(reader, 'certificate', 3);
				readExtensions(reader, 'certificate');
			});
		},
	]);

/** Of TLS 1.2 (RFC 5077, 3.3), and of 1.3 (RFC 8446, 4.6.1). */
export const readTicket: Read = (reader) =>
	firstThatFits(reader, [
		(reader) => {
			reader.uint('lifetime', 4);
			sizedData(reader, 'ticket', 2);
		},
		(reader) => {
			reader.uint('lifetime', 4);
			reader.uint('ageAdd', 4);
			sizedData(reader, 'nonce', 1);
			sizedData(reader, 'ticket', 2);
			readExtensions(reader, 'ticket');
		},
	]);

/** An answer about a certificate (RFC 6066, 8). */
export const readStatus: Read = (reader) => {
	reader.uint('statusType', 1);
	sized(reader, 'responseLength', 3, () => reader.rest('response'));
};
