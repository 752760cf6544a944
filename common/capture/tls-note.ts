import type { TlsFacts } from '../contract/config/tls.ts';
import { tlsFindings } from '../words/en/sentences/tls/findings.ts';
import { type Said, sayingOf } from '../words/sentence/said.ts';

const say = sayingOf(tlsFindings);

/** What negotiated TLS a connection has, as the text of its first note: `TLS: TLSv1.3, TLS_AES_256_GCM_SHA384, …`. */
export function tlsNote(facts: TlsFacts): Said {
	const { version, cipher, alpn, servername } = facts;
	return say('tlsAgreed', {
		version,
		cipher,
		alpn: alpn === undefined ? say('tlsNoProtocol') : say('tlsProtocol', { alpn }),
		name: servername === undefined ? say('tlsNoServerName') : say('tlsServerName', { name: servername }),
		peer: peerWords(facts),
	});
}

function peerWords({ chain, trust, why, says }: TlsFacts): Said {
	const [own] = chain;
	if (own === undefined) return say('tlsPeerShowedNone');
	const { fingerprint } = own;
	const subject = own.subject || say('tlsPeerNoSubject');
	if (trust === 'verified') return say('tlsPeerVerified', { subject, fingerprint });
	const known = says === undefined ? why : why && { message: why, says };
	return say('tlsPeerUnverified', { subject, fingerprint, why: known ?? say('certNotAsked') });
}

/** What a capture says of a connection's TLS. */
export interface NotedTls extends Pick<TlsFacts, 'version' | 'alpn' | 'servername'> {
	/** Whether the peer showed a certificate. */
	readonly certificate: boolean;
	/** Whether that was verified. */
	readonly verified: boolean;
}

const NOTE =
	/^TLS: ([^,]+), [^,]+, (?:no ALPN|ALPN (.+?)), (?:no name asked for \(SNI\)|name asked for \(SNI\) (\S+))\. The peer('s certificate is .*, SHA-256 [\dA-F:]+, (verified\.)?)?/s;

/** Reads a note of `tlsNote`; undefined for any other. */
export function readTlsNote(text: string): NotedTls | undefined {
	const match = NOTE.exec(text);
	if (match === null) return undefined;
	const [, version = '', alpn, servername, certificate, verified] = match;
	return {
		version,
		...(alpn === undefined ? {} : { alpn }),
		...(servername === undefined ? {} : { servername }),
		certificate: certificate !== undefined,
		verified: verified !== undefined,
	};
}
