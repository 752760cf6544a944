import type { CodeTlsClient } from '../description/program.ts';
import type { Tool } from './tool.ts';
import { wordOf } from './words.ts';

/** What is verified, and the name that is requested; an address is no name that a client may request. */
function namesOf({ servername, verify }: CodeTlsClient): string[] {
	const isAddress = /^[\d.]+$|:/.test(servername);
	const name = wordOf(servername);
	return [
		...(isAddress ? ['-noservername'] : ['-servername', name]),
		...(verify ? ['-verify_return_error', isAddress ? '-verify_ip' : '-verify_hostname', name] : []),
	];
}

/**
 * OpenSSL's s_client (openssl-s_client(1)). With -quiet it prints the received bytes alone, obeys no letters of its input, and
 * goes on at the end of it until the server closes.
 */
export const OPENSSL: Tool = {
	secures: true,
	client: (place, tls) => {
		if (place.transport !== 'tcp' || tls?.side !== 'client') return undefined;
		const host = place.host.includes(':') ? `[${place.host}]` : place.host;
		return [
			'openssl s_client -quiet -connect',
			wordOf(`${host}:${place.port}`),
			...namesOf(tls),
			...(tls.ca === undefined ? [] : ['-CAfile', wordOf(tls.ca)]),
			...(tls.alpn.length === 0 ? [] : ['-alpn', wordOf(tls.alpn.join(','))]),
		].join(' ');
	},
	greeter: () => undefined,
	echo: () => undefined,
	proxy: () => undefined,
};
