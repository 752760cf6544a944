import type { Reader } from '../core/reader.ts';
import {
	AEADS,
	CERTIFICATE_COMPRESSIONS,
	CERTIFICATE_TYPES,
	EXTENSIONS,
	FRAGMENT_LENGTHS,
	GROUPS,
	KDFS,
	named,
	POINT_FORMATS,
	PSK_MODES,
	SIGNATURES,
	SRTP_PROFILES,
	STATUS_TYPES,
	VERSIONS,
} from './names.ts';
import { joined, listOf, plain, sized, sizedData } from './parts.ts';

/** The message that extensions stand in: some have another form in each. */
export type Place = 'client' | 'server' | 'retry' | 'ticket' | 'certificate';

/** Reads the content of an extension; what it returns says the most of it in one text. */
type Read = (reader: Reader, place: Place) => string | undefined;

/** A list of codes of so many bytes each, and all of them in one text. */
const codes =
	(name: string, lengthBytes: 1 | 2, bytes: 1 | 2, table: ReadonlyMap<number, string>): Read =>
	(reader) => {
		const meaning = named(table);
		return joined(reader, lengthBytes, () => {
			const code = reader.uint(name, bytes, 'be', { meaning });
			return meaning(code) ?? String(code);
		});
	};

const readServerName: Read = (reader) => {
	if (reader.left === 0) return undefined;
	return joined(reader, 2, () => {
		reader.uint('type', 1, 'be', { meaning: (type) => (type === 0 ? 'host_name' : undefined) });
		return sized(reader, 'nameLength', 2, (length) => reader.text('name', length));
	});
};

const readProtocols: Read = (reader) =>
	joined(reader, 2, () => sized(reader, 'protocolLength', 1, (length) => reader.text('protocol', length)));

const readVersions: Read = (reader, place) => {
	const meaning = named(VERSIONS);
	if (place === 'client') return codes('version', 1, 2, VERSIONS)(reader, place);
	return meaning(reader.uint('version', 2, 'be', { meaning }));
};

/** A key for a group, as a list of them from a client; in a request to try again, the group alone (RFC 8446, 4.2.8). */
const readKeyShare: Read = (reader, place) => {
	const meaning = named(GROUPS);
	const readGroup = () => {
		const group = reader.uint('group', 2, 'be', { meaning });
		return meaning(group) ?? String(group);
	};
	const readEntry = () => {
		const group = readGroup();
		sizedData(reader, 'key', 2);
		return group;
	};
	if (place === 'retry') return readGroup();
	if (place !== 'client') return readEntry();
	return joined(reader, 2, () =>
		reader.group('share', () => {
			const group = readEntry();
			reader.tell(group);
			return group;
		}),
	);
};

/** Keys that are known before: identities and what proves them, or which of them was selected (RFC 8446, 4.2.11). */
const readPreSharedKey: Read = (reader, place) => {
	if (place !== 'client') {
		reader.uint('selected', 2);
		return undefined;
	}
	listOf(reader, 'identities', 2, () => {
		reader.group('identity', () => {
			sizedData(reader, 'identity', 2);
			reader.uint('obfuscatedAge', 4);
		});
	});
	listOf(reader, 'binders', 2, () => sizedData(reader, 'binder', 1));
	return undefined;
};

const readStatusRequest: Read = (reader, place) => {
	if (reader.left === 0) return undefined;
	const type = reader.uint('type', 1, 'be', { meaning: STATUS_TYPES });
	if (place === 'certificate') sizedData(reader, 'response', 3);
	else {
		listOf(reader, 'responders', 2, () => sizedData(reader, 'responder', 2));
		sizedData(reader, 'requestExtensions', 2);
	}
	return STATUS_TYPES.get(type);
};

/** The outer hello has an inner one encrypted in it (RFC 9849, 5). */
const readEncryptedHello: Read = (reader, place) => {
	if (place === 'retry') {
		reader.rest('confirmation');
		return undefined;
	}
	if (place !== 'client') {
		sizedData(reader, 'retryConfigs', 2);
		return undefined;
	}
	const type = reader.uint('type', 1, 'be', {
		meaning: (value) => (value === 0 ? 'outer' : value === 1 ? 'inner' : undefined),
	});
	if (type !== 0) return 'inner';
	reader.uint('kdf', 2, 'be', { meaning: KDFS });
	reader.uint('aead', 2, 'be', { meaning: AEADS });
	reader.uint('configId', 1);
	sizedData(reader, 'encapsulatedKey', 2);
	sizedData(reader, 'payload', 2);
	return 'outer';
};

const readCertificateType: Read = (reader, place) => {
	if (place === 'client') return codes('type', 1, 1, CERTIFICATE_TYPES)(reader, place);
	return CERTIFICATE_TYPES.get(reader.uint('type', 1, 'be', { meaning: CERTIFICATE_TYPES }));
};

/** The content of an extension by its type; of others, the bytes. */
const CONTENTS: ReadonlyMap<string, Read> = new Map([
	['server_name', readServerName],
	[
		'max_fragment_length',
		(reader) => FRAGMENT_LENGTHS.get(reader.uint('code', 1, 'be', { meaning: FRAGMENT_LENGTHS })),
	],
	['status_request', readStatusRequest],
	['supported_groups', codes('group', 2, 2, GROUPS)],
	['ec_point_formats', codes('format', 1, 1, POINT_FORMATS)],
	['signature_algorithms', codes('algorithm', 2, 2, SIGNATURES)],
	['signature_algorithms_cert', codes('algorithm', 2, 2, SIGNATURES)],
	['delegated_credential', codes('algorithm', 2, 2, SIGNATURES)],
	[
		'use_srtp',
		(reader, place) => {
			const profiles = codes('profile', 2, 2, SRTP_PROFILES)(reader, place);
			sizedData(reader, 'keyIdentifier', 1);
			return profiles;
		},
	],
	[
		'heartbeat',
		plain((reader) =>
			reader.uint('mode', 1, 'be', {
				meaning: (mode) => (mode === 1 ? 'peer_allowed_to_send' : mode === 2 ? 'peer_not_allowed_to_send' : undefined),
			}),
		),
	],
	['application_layer_protocol_negotiation', readProtocols],
	['application_settings', readProtocols],
	['application_settings_old', readProtocols],
	['client_certificate_type', readCertificateType],
	['server_certificate_type', readCertificateType],
	['compress_certificate', codes('algorithm', 1, 2, CERTIFICATE_COMPRESSIONS)],
	['record_size_limit', (reader) => String(reader.uint('limit', 2))],
	['pre_shared_key', readPreSharedKey],
	[
		'early_data',
		(reader, place) => {
			if (place === 'ticket') reader.uint('limit', 4);
			return undefined;
		},
	],
	['supported_versions', readVersions],
	['cookie', plain((reader) => sizedData(reader, 'cookie', 2))],
	['psk_key_exchange_modes', codes('mode', 1, 1, PSK_MODES)],
	['certificate_authorities', plain((reader) => listOf(reader, 'names', 2, () => sizedData(reader, 'name', 2)))],
	['key_share', readKeyShare],
	['encrypted_client_hello', readEncryptedHello],
	['renegotiation_info', plain((reader) => sizedData(reader, 'verification', 1))],
]);

/** `server_name` as the name of a field: `serverName`. */
const fieldName = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** Extensions behind the length of all (RFC 8446, 4.2). Returns what each known one says, by its name. */
export function readExtensions(reader: Reader, place: Place): ReadonlyMap<string, string> {
	const said = new Map<string, string>();
	const meaning = named(EXTENSIONS);
	listOf(reader, 'extensions', 2, () => {
		const known = EXTENSIONS.get(reader.peekUint(2)) ?? '';
		const read = CONTENTS.get(known);
		reader.group(known === '' ? 'extension' : fieldName(known), () => {
			const type = reader.uint('type', 2, 'be', { meaning });
			sized(reader, 'length', 2, () => {
				const text = read === undefined ? undefined : read(reader, place);
				if (read === undefined) reader.rest('data');
				if (text === undefined) reader.tell(undefined, meaning(type));
				else {
					reader.tell(text);
					said.set(known, text);
				}
			});
		});
	});
	return said;
}
