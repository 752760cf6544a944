import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { TlsReason } from '../../../common/contract/base/tls-failure.ts';
import type { TlsFacts } from '../../../common/contract/config/tls.ts';
import { engineError } from '../sentences/engine-error.ts';

export interface Verdict {
	readonly reason: TlsReason;
	/** Continues after "The certificate", with its hint. */
	readonly what: WirebenchError;
}

type Finding = readonly [
	reason: TlsReason,
	says:
		| 'certUnknownAuthority'
		| 'certSelfSigned'
		| 'certExpired'
		| 'certNotYetValid'
		| 'certOtherName'
		| 'certBadSignature'
		| 'certRevoked'
		| 'certRejected'
		| 'certLongChain'
		| 'certPathLength'
		| 'certInvalidCa'
		| 'certPurpose'
		| 'certHostMismatch'
		| 'certShortKey'
		| 'certWeakDigest',
];

const UNKNOWN: Finding = ['unknown-authority', 'certUnknownAuthority'];

/** Node's codes for a chain that does not verify (OpenSSL's X509_V_ERR_*, x509_vfy.h). */
const VERDICTS: Readonly<Record<string, Finding>> = {
	CERT_HAS_EXPIRED: ['expired', 'certExpired'],
	CERT_NOT_YET_VALID: ['not-yet-valid', 'certNotYetValid'],
	ERR_TLS_CERT_ALTNAME_INVALID: ['wrong-name', 'certOtherName'],
	DEPTH_ZERO_SELF_SIGNED_CERT: ['self-signed', 'certSelfSigned'],
	SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN,
	UNABLE_TO_GET_ISSUER_CERT: UNKNOWN,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN,
	CERT_UNTRUSTED: UNKNOWN,
	CERT_SIGNATURE_FAILURE: ['bad-certificate', 'certBadSignature'],
	CERT_REVOKED: ['bad-certificate', 'certRevoked'],
	CERT_REJECTED: ['bad-certificate', 'certRejected'],
	CERT_CHAIN_TOO_LONG: ['bad-certificate', 'certLongChain'],
	PATH_LENGTH_EXCEEDED: ['bad-certificate', 'certPathLength'],
	INVALID_CA: ['bad-certificate', 'certInvalidCa'],
	INVALID_PURPOSE: ['bad-certificate', 'certPurpose'],
	HOSTNAME_MISMATCH: ['bad-certificate', 'certHostMismatch'],
	EE_KEY_TOO_SMALL: ['bad-certificate', 'certShortKey'],
	CA_MD_TOO_WEAK: ['bad-certificate', 'certWeakDigest'],
};

/** The meaning of a verification code. */
export function verdictOf(code: string): Verdict {
	const [reason, says] = VERDICTS[code] ?? [];
	if (reason === undefined || says === undefined) {
		return { reason: 'bad-certificate', what: engineError('tls', 'certNotAccepted', { code }) };
	}
	return { reason, what: engineError('tls', says) };
}

/** Why a certificate is not verified, for the facts of a connection. */
export function whyNot(code: string): Pick<TlsFacts, 'why' | 'says'> {
	const { message, details } = engineError('tls', 'certWhy', { what: verdictOf(code).what });
	return { why: message, says: details.says };
}
