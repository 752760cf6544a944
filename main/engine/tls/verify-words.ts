import type { TlsReason } from '../../../common/contract/base/tls-failure.ts';

export interface Verdict {
	readonly reason: TlsReason;
	/** Continues after "The certificate". */
	readonly what: string;
	readonly hint: string;
}

const bad = (what: string): Verdict => ({
	reason: 'bad-certificate',
	what,
	hint: 'Have a certificate made for this use, by an authority that may.',
});
const unknown: Verdict = {
	reason: 'unknown-authority',
	what: 'was signed by an authority that is not trusted here.',
	hint: 'Trust the CA file of that authority, if you know it, or have the server send the certificates in between too.',
};
const selfSigned: Verdict = {
	reason: 'self-signed',
	what: 'is signed by itself, so that nobody vouches for it.',
	hint: 'Compare its fingerprint with what the server’s owner says, then trust it.',
};

/** Node's codes for a chain that does not verify (OpenSSL's X509_V_ERR_*, x509_vfy.h). */
const VERDICTS: Readonly<Record<string, Verdict>> = {
	CERT_HAS_EXPIRED: {
		reason: 'expired',
		what: 'has expired.',
		hint: 'Have it renewed, and check this machine’s clock.',
	},
	CERT_NOT_YET_VALID: {
		reason: 'not-yet-valid',
		what: 'is not valid yet.',
		hint: 'Check the clocks of both machines.',
	},
	ERR_TLS_CERT_ALTNAME_INVALID: {
		reason: 'wrong-name',
		what: 'is for another name.',
		hint: 'Connect to a name that it has, or set that name to be asked for.',
	},
	DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
	SELF_SIGNED_CERT_IN_CHAIN: unknown,
	UNABLE_TO_GET_ISSUER_CERT: unknown,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknown,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknown,
	CERT_UNTRUSTED: unknown,
	CERT_SIGNATURE_FAILURE: bad('has a signature that is wrong.'),
	CERT_REVOKED: bad('was revoked.'),
	CERT_REJECTED: bad('is rejected for this use.'),
	CERT_CHAIN_TOO_LONG: bad('has too long a chain.'),
	PATH_LENGTH_EXCEEDED: bad('was signed by an authority that may not sign authorities.'),
	INVALID_CA: bad('was signed by a certificate that is no authority’s.'),
	INVALID_PURPOSE: bad('is not for this purpose.'),
	HOSTNAME_MISMATCH: bad('is for another name.'),
	EE_KEY_TOO_SMALL: bad('has too short a key.'),
	CA_MD_TOO_WEAK: bad('was signed with too weak a digest.'),
};

/** The meaning of a verification code. */
export function verdictOf(code: string): Verdict {
	return VERDICTS[code] ?? { ...bad(`is not accepted (${code}).`) };
}
