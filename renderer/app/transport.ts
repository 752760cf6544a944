import { messagePortTransport } from '../../common/rpc/message-port.ts';
import type { Transport } from '../../common/rpc/transport.ts';
import { connectWebSocket } from '../../common/rpc/websocket-like.ts';
import { requestPort } from '../../preload/api.ts';

/** Opens a transport to the host that this page was loaded by. Rejects when it cannot be reached. */
export async function connectTransport(): Promise<Transport> {
	const preload = window.wirebench;
	if (preload !== undefined) return messagePortTransport(await requestPort<MessagePort>(window, preload));
	const url = new URL('rpc', window.location.href);
	url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
	return connectWebSocket(new WebSocket(url));
}
