import type { Socket } from 'node:net';
import { proxyName } from '../../../common/capture/proxy-note.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { UpstreamProxy } from '../../../common/contract/config/upstream-proxy.ts';
import type { TcpClientConfig } from '../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { engineError } from '../sentences/engine-error.ts';
import { Handshake } from '../upstream-proxy/handshake.ts';
import { askHttpConnect } from '../upstream-proxy/http-connect.ts';
import { askSocks5 } from '../upstream-proxy/socks5.ts';
import { connectHost, type Tell, type Waits } from './connect-host.ts';

/**
 * Connects to the host of a config through a proxy: the socket's bytes are the host's, from the first one on. The
 * config's other settings, as family and local address, apply to the connection to the proxy; the timeout to each of
 * its addresses, and once more to its answer. Fails as `connectHost` does.
 */
export async function connectThroughProxy(
	config: TcpClientConfig,
	via: UpstreamProxy,
	signal: AbortSignal,
	tell: Tell,
	waits?: Waits,
): Promise<Socket> {
	const { host, port, connectTimeoutMs } = config;
	const proxy = formatSocketAddress({ address: via.host, port: via.port });
	const target = formatSocketAddress({ address: host, port });
	tell(noteTexts.proxyAsked({ proxy: proxyName(via), target }));
	const socket = await toProxy({ ...config, host: via.host, port: via.port }, signal, tell, waits);
	const start = performance.now();
	const talk = new Handshake(socket, proxy, connectTimeoutMs, signal);
	try {
		const ask = via.type === 'socks5' ? askSocks5 : askHttpConnect;
		await ask(talk, via, { host, port }, tell);
	} catch (error) {
		talk.fail();
		throw error;
	}
	tell(noteTexts.proxyConnected({ target, ms: Math.round((performance.now() - start) * 10) / 10 }));
	return talk.done();
}

async function toProxy(config: TcpClientConfig, signal: AbortSignal, tell: Tell, waits?: Waits): Promise<Socket> {
	try {
		return await connectHost(config, signal, tell, waits);
	} catch (error) {
		if (!(error instanceof WirebenchError) || signal.aborted) throw error;
		throw engineError(error.code, 'proxyUnreachable', { reason: error }, error.details);
	}
}
