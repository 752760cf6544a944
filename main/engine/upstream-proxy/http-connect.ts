import { isIPv6 } from 'node:net';
import type { ErrorCode, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { UpstreamProxy } from '../../../common/contract/config/upstream-proxy.ts';
import { formatSocketAddress, splitZone } from '../../../common/payload/index.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { engineError } from '../sentences/engine-error.ts';
import type { Handshake } from './handshake.ts';
import type { Target } from './target.ts';

/** Maximum bytes of status line and header. */
const MOST_HEAD_BYTES = 16 * 1024;
/** Maximum characters of a status line that are shown. */
const MOST_SHOWN = 200;

/** The meaning of the statuses with which proxies refuse. */
const CODES: Readonly<Record<number, ErrorCode>> = {
	401: 'not-permitted',
	403: 'not-permitted',
	404: 'name-not-found',
	405: 'not-permitted',
	407: 'not-permitted',
	502: 'unreachable',
	503: 'unreachable',
	504: 'timeout',
};

/**
 * Requests a tunnel from an HTTP proxy (RFC 9110, 9.3.6). Any 2xx accepts, and the tunnel's bytes follow at once: such
 * an answer has no body, whatever its header says. `tell` receives the answer.
 */
export async function askHttpConnect(
	talk: Handshake,
	via: UpstreamProxy,
	target: Target,
	tell: (text: string) => void,
) {
	const { user, password } = via;
	const authority = formatSocketAddress({ address: escapedZone(target.host), port: target.port });
	const lines = [`CONNECT ${authority} HTTP/1.1`, `Host: ${authority}`];
	if (user !== undefined) {
		// The user-pass of RFC 7617, which leaves the charset open: proxies expect UTF-8.
		lines.push(`Proxy-Authorization: Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`);
	}
	talk.write(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`));
	const head = (await talk.takeUntil('\r\n\r\n', MOST_HEAD_BYTES)).toString('latin1');
	const line = head.slice(0, head.indexOf('\r\n'));
	const shown = line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
	const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(line)?.[1]);
	if (Number.isNaN(status)) throw talk.fault(engineError('unavailable', 'proxyNoHttp', { line: shown }));
	if (status < 200 || status > 299) throw refusal(status, shown, authority, user);
	tell(noteTexts.proxyAnswered({ answer: shown }));
}

/** The zone is the proxy's, so it cannot be validated here; in an authority its `%` is escaped (RFC 6874, 2). */
function escapedZone(host: string): string {
	const { address, zone } = splitZone(host);
	return zone === undefined || !isIPv6(address) ? host : `${address}%25${zone.replace(/^25(?=.)/, '')}`;
}

function refusal(status: number, line: string, authority: string, user: string | undefined): WirebenchError {
	const params = { target: authority, line };
	if (status !== 407) return engineError(CODES[status] ?? 'unavailable', 'httpProxyRefused', params);
	return engineError('not-permitted', user === undefined ? 'httpProxyWantsUser' : 'httpProxyRefusedUser', params);
}
