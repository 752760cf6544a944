import { messagePortTransport } from '../../../../common/rpc/message-port.ts';
import type { Transport } from '../../../../common/rpc/transport.ts';
import { connectWebSocket } from '../../../../common/rpc/websocket-like.ts';
import { requestPort } from '../../../../preload/api.ts';
import { words } from '../../../words/index.ts';

/** Opens a transport to the host of this page. Rejects when it cannot be reached. */
export async function connectTransport(): Promise<Transport> {
	const preload = window.wirebench;
	if (preload !== undefined) return messagePortTransport(await requestPort<MessagePort>(window, preload));
	const url = new URL('rpc', window.location.href);
	url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
	try {
		return await connectWebSocket(new WebSocket(url));
	} catch (error) {
		throw new Error(await whyNot(), { cause: error });
	}
}

/** Browsers give no reason for a refused WebSocket: request the page itself again. */
async function whyNot(): Promise<string> {
	const { notOpened, otherRun, notReached } = words().notices.host;
	try {
		const { ok } = await fetch('.', { method: 'HEAD', cache: 'no-store' });
		return ok ? notOpened : otherRun;
	} catch (error) {
		if (error instanceof TypeError) return notReached;
		throw error;
	}
}
