import type { Pem, TlsClient, TlsServer } from '../../contract/config/tls.ts';
import type { Omissions } from './omissions.ts';
import type { CodeTlsClient, CodeTlsServer } from './program.ts';

/** The path of a file; a text is to be saved under this name beside the program. */
const pathOf = (pem: Pem, name: string): string => (pem.from === 'file' ? pem.path : name);

/** Whether it can be requested of a server (SNI, RFC 6066, 3): an address is no name of a host. */
export const isHostName = (servername: string): boolean => !/^[\d.]+$|:/.test(servername);

/** What a program does not set. */
function omitRest({ minVersion, maxVersion, ciphers }: TlsServer | TlsClient, omissions: Omissions): void {
	if (minVersion !== 'TLSv1.2') omissions.add('option', 'minVersion');
	if (maxVersion !== 'TLSv1.3') omissions.add('option', 'maxVersion');
	if (ciphers !== undefined) omissions.add('option', 'ciphers');
}

export function tlsOfServer(tls: TlsServer, omissions: Omissions): CodeTlsServer {
	omitRest(tls, omissions);
	const { identity, clientCert, alpn } = tls;
	if (clientCert !== 'none') omissions.add('option', 'clientCert');
	if (identity.from === 'made') return { side: 'server', cert: 'cert.pem', key: 'key.pem', alpn };
	if (identity.passphrase !== undefined) omissions.add('option', 'passphrase');
	const cert = pathOf(identity.cert, 'cert.pem');
	const key = identity.key === undefined ? cert : pathOf(identity.key, 'key.pem');
	return { side: 'server', cert, key, alpn };
}

export function tlsOfClient(tls: TlsClient, host: string, omissions: Omissions): CodeTlsClient {
	omitRest(tls, omissions);
	if (tls.identity !== undefined) omissions.add('option', 'identity');
	const { verify, servername = host, ca, alpn } = tls;
	return { side: 'client', verify, servername, ca: ca === undefined ? undefined : pathOf(ca, 'ca.pem'), alpn };
}
