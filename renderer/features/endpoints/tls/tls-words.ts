import type { TlsFailure, TlsReason } from '../../../../common/contract/base/tls-failure.ts';
import type { TlsFacts } from '../../../../common/contract/config/tls.ts';
import { words } from '../../../words/index.ts';

const VERIFICATION: ReadonlySet<TlsReason> = new Set([
	'expired',
	'not-yet-valid',
	'wrong-name',
	'self-signed',
	'unknown-authority',
	'bad-certificate',
]);

/** Whether a client would connect if it did not verify. */
export function withoutVerifying(reason: TlsReason): boolean {
	return VERIFICATION.has(reason);
}

/** A name in the certificate that could be requested instead of the expected one; no wildcard. */
export function nameToAsk({ reason, chain: [own] }: TlsFailure): string | undefined {
	if (reason !== 'wrong-name') return undefined;
	const names = own?.names ?? [];
	return names.find((name) => /^DNS:[^*]+$/.test(name))?.slice('DNS:'.length);
}

/** The certificate that would make the chain trusted, if the peer has sent it, and the name of the button's text. */
export function toTrust({
	reason,
	chain,
}: TlsFailure): { readonly pem: string; readonly label: 'trustCertificate' | 'trustAuthority' } | undefined {
	const last = chain.at(-1);
	if (last?.pem === undefined || last.subject !== last.issuer) return undefined;
	if (reason === 'self-signed') return { pem: last.pem, label: 'trustCertificate' };
	return reason === 'unknown-authority' ? { pem: last.pem, label: 'trustAuthority' } : undefined;
}

/** The negotiated parameters of a connection, in a line. */
export function tlsLine({ version, cipher, alpn, servername, chain: [own], trust, why }: TlsFacts): string {
	const text = words().endpointErrors.tls;
	const who = own?.subject ?? text.peer;
	const unverified = why === undefined ? text.notVerified(who) : text.notVerifiedWhy(who, why);
	const verified = trust === 'none' ? text.noCertificate : trust === 'verified' ? text.verified(who) : unverified;
	const parts = [version, cipher, alpn && text.alpn(alpn), servername && text.servername(servername), verified];
	return parts.filter((part) => part !== undefined).join(' · ');
}
