import type { Transport } from '../../common/rpc/transport.ts';
import { webSocketTransport } from '../../common/rpc/websocket-like.ts';

/** What the preload puts on the window in the Electron host; preload/api.ts is its declaration. */
interface PreloadApi {
	connect(): Promise<Transport>;
}

/** Opens a transport to the host that this page was loaded by. Rejects when it cannot be reached. */
export function connectTransport(): Promise<Transport> {
	const preload: PreloadApi | undefined = (window as { wirebench?: PreloadApi }).wirebench;
	if (preload !== undefined) return preload.connect();
	const url = new URL('rpc', window.location.href);
	return webSocketTransport(new WebSocket(url));
}
