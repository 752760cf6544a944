import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { TlsReason } from '../../../common/contract/base/tls-failure.ts';
import { engineError } from '../sentences/engine-error.ts';

interface Meaning {
	readonly match: RegExp;
	readonly reason: TlsReason;
	/** What the other end did, or what was not agreed. */
	readonly says: HandshakeSays;
}

type HandshakeSays =
	| 'tlsPlainHttp'
	| 'tlsShowedNone'
	| 'tlsWantsOurs'
	| 'tlsNoCipher'
	| 'tlsOursUntrusted'
	| 'tlsOursExpired'
	| 'tlsOursRevoked'
	| 'tlsOursRefused'
	| 'tlsNoAlpn'
	| 'tlsNoVersion'
	| 'tlsNameUnknown'
	| 'tlsNothingCommon'
	| 'tlsNotTls';

/** What a handshake ended with. */
export interface HandshakeMeaning {
	readonly reason: TlsReason;
	/** Continues after the peer's address, with its hint. */
	readonly what: WirebenchError;
}

/**
 * Handshake errors, in OpenSSL's or BoringSSL's words in lower case (openssl's sslerr.h and the alerts of RFC 8446,
 * section 6). The first match counts.
 */
const MEANINGS: readonly Meaning[] = [
	{
		match: /http request|https proxy request/,
		reason: 'not-tls',
		says: 'tlsPlainHttp',
	},
	{
		match: /peer did not return a certificate/,
		reason: 'certificate-required',
		says: 'tlsShowedNone',
	},
	{
		match: /alert certificate required/,
		reason: 'certificate-required',
		says: 'tlsWantsOurs',
	},
	{
		match: /no shared cipher|no ciphers? available|no suitable|no shared/,
		reason: 'cipher',
		says: 'tlsNoCipher',
	},
	{
		match: /alert unknown ca/,
		reason: 'certificate-refused',
		says: 'tlsOursUntrusted',
	},
	{
		match: /alert certificate expired/,
		reason: 'certificate-refused',
		says: 'tlsOursExpired',
	},
	{
		match: /alert certificate revoked/,
		reason: 'certificate-refused',
		says: 'tlsOursRevoked',
	},
	{
		match: /alert (bad certificate|certificate unknown|unsupported certificate|access denied)/,
		reason: 'certificate-refused',
		says: 'tlsOursRefused',
	},
	{
		match: /no application protocol/,
		reason: 'alpn',
		says: 'tlsNoAlpn',
	},
	{
		match: /unsupported protocol|alert protocol version|wrong ssl version|no protocols available|version too low/,
		reason: 'version',
		says: 'tlsNoVersion',
	},
	{
		match: /unrecognized name/,
		reason: 'wrong-name',
		says: 'tlsNameUnknown',
	},
	{
		match: /alert handshake failure/,
		reason: 'cipher',
		says: 'tlsNothingCommon',
	},
	{
		match:
			/wrong version number|unknown protocol|packet length too long|bad record type|unexpected message|record layer failure|bad packet length|record too large|unexpected record|bad extension|length mismatch|decode error/,
		reason: 'not-tls',
		says: 'tlsNotTls',
	},
];

/** The meaning of a TLS library error; undefined for another error. */
export function handshakeMeaning(error: Error): HandshakeMeaning | undefined {
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	const isTls = /^ERR_(SSL|TLS|OSSL)_|^EPROTO$/.test(code);
	if (!isTls) return undefined;
	const words = `${code} ${error.message}`.toLowerCase().replaceAll(/[_/]/g, ' ');
	const meaning = MEANINGS.find(({ match }) => match.test(words));
	if (meaning !== undefined) return { reason: meaning.reason, what: engineError('tls', meaning.says) };
	return { reason: 'protocol', what: engineError('tls', 'tlsBrokeOff', { code }) };
}

/** The library's own code, without the addresses of its message. */
export function libraryCode(error: Error): string | undefined {
	return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
