import type { TlsReason } from '../../../common/contract/base/tls-failure.ts';

interface Meaning {
	readonly match: RegExp;
	readonly reason: TlsReason;
	/** What the other end did, or what was not agreed; continues after the peer's address. */
	readonly sentence: string;
	readonly hint: string;
}

const CLOCK = 'Look at the certificate that is used here, and at what the other end trusts.';

/**
 * Handshake errors, in OpenSSL's or BoringSSL's words in lower case (openssl's sslerr.h and the alerts of RFC 8446,
 * section 6). The first match counts.
 */
const MEANINGS: readonly Meaning[] = [
	{
		match: /http request|https proxy request/,
		reason: 'not-tls',
		sentence: 'speaks plain HTTP, not TLS.',
		hint: 'Use https:// there, or switch TLS off here.',
	},
	{
		match: /peer did not return a certificate/,
		reason: 'certificate-required',
		sentence: 'showed no certificate, which is required.',
		hint: 'Give the client a certificate and its key, or only ask for one here.',
	},
	{
		match: /alert certificate required/,
		reason: 'certificate-required',
		sentence: 'requires a certificate of ours.',
		hint: 'Set a client certificate and its key.',
	},
	{
		match: /no shared cipher|no ciphers? available|no suitable|no shared/,
		reason: 'cipher',
		sentence: 'has no cipher in common with us.',
		hint: 'Allow more ciphers, or a certificate with another kind of key.',
	},
	{
		match: /alert unknown ca/,
		reason: 'certificate-refused',
		sentence: 'does not trust the authority of our certificate.',
		hint: 'Have the other end trust the authority: that of Wirebench is exported in the dialog of the endpoint, or by "wirebench ca".',
	},
	{
		match: /alert certificate expired/,
		reason: 'certificate-refused',
		sentence: 'says that our certificate has expired.',
		hint: CLOCK,
	},
	{
		match: /alert certificate revoked/,
		reason: 'certificate-refused',
		sentence: 'says that our certificate was revoked.',
		hint: CLOCK,
	},
	{
		match: /alert (bad certificate|certificate unknown|unsupported certificate|access denied)/,
		reason: 'certificate-refused',
		sentence: 'does not accept our certificate.',
		hint: CLOCK,
	},
	{
		match: /no application protocol/,
		reason: 'alpn',
		sentence: 'speaks none of the application protocols (ALPN) that were offered.',
		hint: 'Offer another one, or none.',
	},
	{
		match: /unsupported protocol|alert protocol version|wrong ssl version|no protocols available|version too low/,
		reason: 'version',
		sentence: 'has no TLS version in common with us.',
		hint: 'Allow older or newer versions on one of the two ends.',
	},
	{
		match: /unrecognized name/,
		reason: 'wrong-name',
		sentence: 'does not know the name that was asked for.',
		hint: 'Ask for a name that the server has.',
	},
	{
		match: /alert handshake failure/,
		reason: 'cipher',
		sentence: 'found nothing that both ends can do (handshake failure).',
		hint: 'Compare versions, ciphers and client certificates of both ends.',
	},
	{
		match:
			/wrong version number|unknown protocol|packet length too long|bad record type|unexpected message|record layer failure|bad packet length|record too large|unexpected record|bad extension|length mismatch|decode error/,
		reason: 'not-tls',
		sentence: 'sent something that is not TLS.',
		hint: 'Check the port, and whether both ends use TLS. Some protocols begin in plaintext and change later.',
	},
];

/** The meaning of a TLS library error; undefined for another error. */
export function handshakeMeaning(error: Error): Omit<Meaning, 'match'> | undefined {
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	const isTls = /^ERR_(SSL|TLS|OSSL)_|^EPROTO$/.test(code);
	if (!isTls) return undefined;
	const words = `${code} ${error.message}`.toLowerCase().replaceAll(/[_/]/g, ' ');
	const meaning = MEANINGS.find(({ match }) => match.test(words));
	return (
		meaning ?? {
			reason: 'protocol',
			sentence: `broke off (${code}).`,
			hint: 'Compare what both ends allow: versions, ciphers, certificates.',
		}
	);
}

/** The library's own code, without the addresses of its message. */
export function libraryCode(error: Error): string | undefined {
	return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
