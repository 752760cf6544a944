import { toHex } from '../../payload/hex.ts';
import type { Reader } from '../core/reader.ts';
import { readExtensions } from './extensions.ts';
import {
	readCertificate,
	readCertificateRequest,
	readCertificateVerify,
	readClientKeyExchange,
	readServerKeyExchange,
	readStatus,
	readTicket,
} from './key-exchange.ts';
import { CERTIFICATE_COMPRESSIONS, COMPRESSIONS, HANDSHAKE_TYPES, named, VERSIONS } from './names.ts';
import { listOf, plain, sized, sizedData } from './parts.ts';
import { SUITES } from './suites.ts';

/** What the random number of a ServerHello says beside being one (RFC 8446, 4.1.3). */
const RETRY = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';
const DOWNGRADES: ReadonlyMap<string, string> = new Map([
	['444f574e47524401', 'downgraded to TLS 1.2'],
	['444f574e47524400', 'downgraded to TLS 1.1 or below'],
]);

const randomText = (bytes: Uint8Array): string | undefined =>
	toHex(bytes) === RETRY ? 'HelloRetryRequest' : DOWNGRADES.get(toHex(bytes.subarray(24)));

/** Returns the host that the client wants, or the protocols (RFC 8446, 4.1.2; RFC 5246, 7.4.1.2). */
function readClientHello(reader: Reader): string | undefined {
	reader.uint('version', 2, 'be', { meaning: VERSIONS });
	reader.data('random', 32);
	sizedData(reader, 'sessionId', 1);
	listOf(reader, 'cipherSuites', 2, () => void reader.uint('suite', 2, 'be', { meaning: named(SUITES) }));
	listOf(reader, 'compressions', 1, () => void reader.uint('method', 1, 'be', { meaning: COMPRESSIONS }));
	if (reader.left === 0) return undefined;
	const said = readExtensions(reader, 'client');
	return said.get('server_name') ?? said.get('application_layer_protocol_negotiation');
}

/** Returns the cipher suite (RFC 8446, 4.1.3 and 4.1.4; RFC 5246, 7.4.1.3). */
function readServerHello(reader: Reader): string | undefined {
	reader.uint('version', 2, 'be', { meaning: VERSIONS });
	const random = reader.data('random', 32, { meaning: randomText });
	sizedData(reader, 'sessionId', 1);
	const suite = reader.uint('suite', 2, 'be', { meaning: named(SUITES) });
	reader.uint('compression', 1, 'be', { meaning: COMPRESSIONS });
	if (reader.left > 0) readExtensions(reader, toHex(random) === RETRY ? 'retry' : 'server');
	return SUITES.get(suite);
}

/** Bodies by the name of the type, with what they return said of the message; of others, the bytes. */
const BODIES: ReadonlyMap<string, (reader: Reader) => string | undefined> = new Map([
	['ClientHello', readClientHello],
	['ServerHello', readServerHello],
	['NewSessionTicket', plain(readTicket)],
	['EncryptedExtensions', plain((reader) => readExtensions(reader, 'server'))],
	['Certificate', plain(readCertificate)],
	['ServerKeyExchange', plain(readServerKeyExchange)],
	['CertificateRequest', plain(readCertificateRequest)],
	['CertificateVerify', plain(readCertificateVerify)],
	['ClientKeyExchange', plain(readClientKeyExchange)],
	['Finished', plain((reader) => reader.rest('verification'))],
	['CertificateStatus', plain(readStatus)],
	[
		'KeyUpdate',
		plain((reader) =>
			reader.uint('request', 1, 'be', {
				meaning: (value) => (value === 0 ? 'update_not_requested' : value === 1 ? 'update_requested' : undefined),
			}),
		),
	],
	[
		'CompressedCertificate',
		plain((reader) => {
			reader.uint('algorithm', 2, 'be', { meaning: CERTIFICATE_COMPRESSIONS });
			reader.uint('uncompressedLength', 3);
			sizedData(reader, 'data', 3);
		}),
	],
	[
		'NextProtocol',
		plain((reader) => {
			sized(reader, 'protocolLength', 1, (length) => reader.text('protocol', length));
			sizedData(reader, 'padding', 1);
		}),
	],
]);

const readOther = plain((reader) => reader.rest('data'));

/** What a message is, and what says the most about it. */
export interface Said {
	readonly name: string;
	readonly about?: string | undefined;
}

/** A message, with its type and its length (RFC 8446, 4), in a group that is open. */
export function readHandshake(reader: Reader): Said {
	const type = reader.uint('type', 1, 'be', { meaning: HANDSHAKE_TYPES });
	const name = HANDSHAKE_TYPES.get(type) ?? String(type);
	reader.tell(name);
	return sized(reader, 'length', 3, () => {
		const about = (BODIES.get(name) ?? readOther)(reader);
		reader.tell(name, about);
		return { name, about };
	});
}
