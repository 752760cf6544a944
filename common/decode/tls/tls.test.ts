import { expect, test } from 'vitest';
import { decodeAs } from '../core/decode.ts';
import { type PathField, saidIn } from '../testing/fields.fixture.ts';
import { expectLikeWireshark } from '../testing/like-wireshark.fixture.ts';
import { sample } from '../testing/samples.fixture.ts';
import { tsharkMissing } from '../testing/tshark.fixture.ts';
import { tls } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

const asNumber = ({ value }: PathField) => String(value);
const asHex = ({ value }: PathField) => `0x${Number(value).toString(16).padStart(4, '0')}`;
const EXTENSIONS = 'tls.handshake.extensions';

/**
 * Wireshark puts messages of several records together in a buffer of its own, whose ranges are not those of the packet; and it needs
 * the hellos to know the form of messages of 1.3.
 */
const COMPARABLE = SAMPLES.filter(({ name }) => !/records|before encryption/.test(name));

test.skipIf(tsharkMissing !== undefined)('fields are those of Wireshark', () => {
	expectLikeWireshark(
		tls,
		COMPARABLE,
		{
			'tls.version': ['tls.record.version', asHex],
			'tls.length': ['tls.record.length', asNumber],
			'tls.level': ['tls.alert_message.level', asNumber],
			'tls.description': ['tls.alert_message.desc', asNumber],
			'tls.handshake.type': ['tls.handshake.type', asNumber],
			'tls.handshake.length': ['tls.handshake.length', asNumber],
			'tls.handshake.version': ['tls.handshake.version', asHex],
			'tls.handshake.random': 'tls.handshake.random',
			'tls.handshake.sessionId': 'tls.handshake.session_id',
			'tls.handshake.cipherSuites.length': ['tls.handshake.cipher_suites_length', asNumber],
			'tls.handshake.cipherSuites.suite': ['tls.handshake.ciphersuite', asHex],
			'tls.handshake.suite': ['tls.handshake.ciphersuite', asHex],
			[`${EXTENSIONS}.length`]: ['tls.handshake.extensions_length', asNumber],
			[`${EXTENSIONS}.serverName.name`]: ['tls.handshake.extensions_server_name', asNumber],
			[`${EXTENSIONS}.applicationLayerProtocolNegotiation.protocol`]: ['tls.handshake.extensions_alpn_str', asNumber],
			[`${EXTENSIONS}.supportedVersions.version`]: ['tls.handshake.extensions.supported_version', asHex],
			[`${EXTENSIONS}.supportedGroups.group`]: ['tls.handshake.extensions_supported_group', asHex],
			[`${EXTENSIONS}.pskKeyExchangeModes.mode`]: ['tls.extension.psk_ke_mode', asNumber],
			[`${EXTENSIONS}.preSharedKey.identities.identity.identity`]: 'tls.handshake.extensions.psk.identity.identity',
			[`${EXTENSIONS}.preSharedKey.identities.identity.obfuscatedAge`]:
				'tls.handshake.extensions.psk.identity.obfuscated_ticket_age',
			[`${EXTENSIONS}.keyShare.share.key`]: 'tls.handshake.extensions_key_share_key_exchange',
			[`${EXTENSIONS}.keyShare.key`]: 'tls.handshake.extensions_key_share_key_exchange',
			[`${EXTENSIONS}.ecPointFormats.format`]: ['tls.handshake.extensions_ec_point_format', asNumber],
			[`${EXTENSIONS}.recordSizeLimit.limit`]: ['tls.record_size_limit', asNumber],
			'tls.handshake.certificates.certificate': 'tls.handshake.certificate',
			'tls.handshake.curve': ['tls.handshake.server_named_curve', asHex],
			'tls.handshake.ticket': 'tls.handshake.session_ticket',
			'tls.handshake.lifetime': ['tls.handshake.session_ticket_lifetime_hint', asNumber],
		},
		'-o',
		'tls.desegment_ssl_records:FALSE',
	);
});

const said = saidIn(tls, SAMPLES);

test('says what a message is, and the most that it says', () => {
	expect(said('1.2: a client', 'tls')).toEqual(['a.example']);
	expect(said('1.2: a client', 'tls.handshake.extensions.applicationLayerProtocolNegotiation')).toEqual([
		'h2, http/1.1',
	]);
	expect(said('1.2: a server with an elliptic', 'tls')).toContain('TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384');
	expect(said('1.2: a server with an elliptic', 'tls.handshake.algorithm')).toEqual(['ecdsa_secp256r1_sha256']);
	expect(said('1.3: a server that wants', 'tls.handshake.random')).toEqual(['HelloRetryRequest']);
	expect(said('1.3: a server that wants', 'tls.handshake.extensions.keyShare')).toEqual(['secp384r1']);
	expect(said('an alert', 'tls')).toEqual(['fatal, protocol_version']);
});

test('names made-up values, and groups that Wireshark does not know yet', () => {
	expect(said('what a browser', 'tls.handshake.extensions.supportedGroups')).toEqual([
		'GREASE, X25519MLKEM768, x25519, secp256r1, secp384r1',
	]);
	expect(said('what a browser', 'tls.handshake.extensions.encryptedClientHello')).toEqual(['outer']);
	expect(said('what a browser', 'tls.handshake.extensions.compressCertificate')).toEqual(['brotli']);
	expect(said('what a browser', 'tls.handshake.cipherSuites.suite')).toContain('TLS_FALLBACK_SCSV');
});

test('what is encrypted is no message, though it is in a record of handshakes', () => {
	const types = said('1.2: the certificate of a client', 'tls.handshake.type');
	expect(types).toEqual(['Certificate', 'ClientKeyExchange', 'CertificateVerify']);
	expect(said('1.2: the certificate of a client', 'tls.encrypted')).toHaveLength(1);
});

test('finds the form of messages of 1.3 without the hellos', () => {
	const name = '1.3: messages as they are';
	expect(said(name, 'tls.handshake')).toHaveLength(7);
	expect(said(name, 'tls.handshake.certificates.extensions.statusRequest')).toEqual(['ocsp']);
	expect(said(name, 'tls.handshake.extensions.earlyData.limit')).toEqual([16384]);
	expect(said(name, 'tls.handshake.ageAdd')).toEqual([1]);
	expect(said(name, 'tls.handshake.data')).toHaveLength(1);
});

test('puts messages together that go on in other records', () => {
	expect(said('a hello in three records', 'tls')).toEqual(['www.example.org']);
	expect(said('1.2: messages in several records', 'tls.handshake.type')).toEqual([
		'ServerHello',
		'Certificate',
		'ServerKeyExchange',
		'ServerHelloDone',
	]);
});

test('the hello behind a change of the cipher is in clear: the second one of TLS 1.3', () => {
	const hello = `0303 ${'5a'.repeat(32)} 00 0002 1302 01 00`;
	const again = sample('', `14 0303 0001 01 16 0303 002d 01 000029 ${hello}`, { transport: 'stream', from: 'client' });
	expect(decodeAs(tls, again.bytes, again.context).map(({ value }) => value)).toEqual([
		'change_cipher_spec',
		'ClientHello',
	]);
	const finished = sample('', `14 0303 0001 01 16 0303 002d 01 00002a ${hello}`, again.context);
	expect(decodeAs(tls, finished.bytes, finished.context)[1]?.value).toBe('encrypted handshake');
});
