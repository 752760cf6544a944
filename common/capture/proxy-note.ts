import type { UpstreamProxy } from '../contract/config/upstream-proxy.ts';
import { formatSocketAddress } from '../payload/index.ts';
import { eventTexts } from '../words/en/sentences/events.ts';

const NAMES: Readonly<Record<UpstreamProxy['type'], string>> = { socks5: 'SOCKS5', http: 'HTTP' };

/** An upstream proxy for people, as in `SOCKS5 proxy 127.0.0.1:1080`. */
export function proxyName({ type, host, port }: Pick<UpstreamProxy, 'type' | 'host' | 'port'>): string {
	return `${NAMES[type]} proxy ${formatSocketAddress({ address: host, port })}`;
}

/** The note of a connection through an upstream proxy. Its addresses are those of the proxy. */
export function proxyNote(via: UpstreamProxy, target: { readonly host: string; readonly port: number }): string {
	return eventTexts.throughProxy({
		kind: NAMES[via.type],
		proxy: formatSocketAddress({ address: via.host, port: via.port }),
		target: formatSocketAddress({ address: target.host, port: target.port }),
	});
}

/** Reads a note of `proxyNote`: the proxy as it is named to people, and the address behind it. Undefined for any other. */
export function readProxyNote(text: string): { readonly proxy: string; readonly target: string } | undefined {
	const [, proxy, target] = /^The connection goes through the ((?:SOCKS5|HTTP) proxy \S+) to (\S+)\.$/.exec(text) ?? [];
	return proxy === undefined || target === undefined ? undefined : { proxy, target };
}
