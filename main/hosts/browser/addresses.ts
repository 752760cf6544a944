import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

const WILDCARDS = ['0.0.0.0', '::'];

/** An address or name in its URL form: IPv6 in brackets. */
export function urlHost(host: string): string {
	return isIPv6(host) ? `[${host}]` : host;
}

/** The address that a person opens: a socket bound to all addresses is reached through loopback. */
export function openAddress(host: string, port: number): string {
	const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
	return `http://${urlHost(name)}${port === 80 ? '' : `:${port}`}`;
}

/**
 * The valid Host headers of this server: loopback's names and the configured one, with our port. A foreign name that
 * resolves to this machine (DNS rebinding) is not among them.
 */
export function expectedHosts(host: string, port: number): ReadonlySet<string> {
	const names = ['127.0.0.1', 'localhost', '[::1]', urlHost(host)];
	if (WILDCARDS.includes(host)) {
		for (const addresses of Object.values(networkInterfaces())) {
			for (const { address } of addresses ?? []) names.push(urlHost(address));
		}
	}
	const withPort = names.map((name) => `${name.toLowerCase()}:${port}`);
	return new Set(port === 80 ? [...withPort, ...names.map((name) => name.toLowerCase())] : withPort);
}
