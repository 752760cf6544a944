import type { TlsFacts } from '../contract/config/tls.ts';

/** What negotiated TLS a connection has, as the text of its first note: `TLS: TLSv1.3, TLS_AES_256_GCM_SHA384, …`. */
export function tlsNote(facts: TlsFacts): string {
	const { version, cipher, alpn, servername, chain, trust, why } = facts;
	const [own] = chain;
	const parts = [
		version,
		cipher,
		alpn === undefined ? 'no ALPN' : `ALPN ${alpn}`,
		servername === undefined ? 'no name asked for (SNI)' : `name asked for (SNI) ${servername}`,
	];
	const peer =
		own === undefined
			? 'The peer showed no certificate.'
			: `The peer's certificate is ${own.subject || 'without a name'}, SHA-256 ${own.fingerprint}, ${trust === 'verified' ? 'verified.' : `not verified: ${why ?? 'nobody asked for it.'}`}`;
	return `TLS: ${parts.join(', ')}. ${peer} The capture contains the plaintext.`;
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
