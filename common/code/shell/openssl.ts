import type { CodeTlsClient } from '../description/program.ts';
import { isHostName } from '../description/tls.ts';
import type { Tool } from './tool.ts';
import { wordOf } from './words.ts';

/** What is verified, and the name that is requested. */
function namesOf({ servername, verify }: CodeTlsClient): string[] {
	const isName = isHostName(servername);
	const name = wordOf(servername);
	return [
		...(isName ? ['-servername', name] : ['-noservername']),
		...(verify ? ['-verify_return_error', isName ? '-verify_hostname' : '-verify_ip', name] : []),
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
