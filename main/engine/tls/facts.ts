import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { CertificateFacts } from '../../../common/contract/base/tls-failure.ts';
import type { TlsFacts } from '../../../common/contract/config/tls.ts';

/** More than any real chain. */
const LONGEST_CHAIN = 10;

/** The fields of a certificate. */
export function certificateFacts(certificate: X509Certificate): CertificateFacts {
	return {
		subject: nameLine(certificate.subject),
		issuer: nameLine(certificate.issuer),
		validFrom: certificate.validFromDate.getTime(),
		validTo: certificate.validToDate.getTime(),
		names: alternativeNames(certificate.subjectAltName ?? ''),
		fingerprint: certificate.fingerprint256,
	};
}

/** The same with its PEM. */
export function wholeCertificate(certificate: X509Certificate): CertificateFacts {
	return { ...certificateFacts(certificate), pem: certificate.toString() };
}

/** The peer's certificates, its own first, then its signers' as far as they are known. */
export function peerChain(socket: TLSSocket): X509Certificate[] {
	const chain: X509Certificate[] = [];
	let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
	// Without a certificate the object is empty, and a root is its own issuer.
	while (next?.raw !== undefined && chain.length < LONGEST_CHAIN) {
		const { raw }: DetailedPeerCertificate = next;
		if (chain.some((one) => one.raw.equals(raw))) break;
		chain.push(new X509Certificate(raw));
		next = next.issuerCertificate;
	}
	return chain;
}

/** The negotiated parameters of a handshake. */
export function agreed(
	socket: TLSSocket,
	{ trust, why, says, servername }: Pick<TlsFacts, 'trust' | 'why' | 'says' | 'servername'>,
): TlsFacts {
	const { alpnProtocol } = socket;
	return {
		version: socket.getProtocol() ?? 'unknown',
		cipher: socket.getCipher().standardName,
		...(typeof alpnProtocol === 'string' ? { alpn: alpnProtocol } : {}),
		...(servername === undefined ? {} : { servername }),
		chain: peerChain(socket).map(certificateFacts),
		trust,
		...(why === undefined ? {} : { why }),
		...(says === undefined ? {} : { says }),
	};
}

/** Node has one line for each part of a name, the outermost first. */
function nameLine(lines: string | undefined): string {
	return (lines ?? '').split('\n').filter(Boolean).reverse().join(', ');
}

/** Splits `DNS:a, IP Address:127.0.0.1`; a value in quotes may have commas. */
function alternativeNames(text: string): string[] {
	return text.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g)?.map((one) => one.trim()) ?? [];
}
