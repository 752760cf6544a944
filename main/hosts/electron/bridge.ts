import { ipcMain, MessageChannelMain, type WebContents } from 'electron';
import { messagePortMainTransport } from '../../../common/rpc/message-port.ts';
import type { Transport } from '../../../common/rpc/transport.ts';
import { CHANNELS, MAX_REQUEST_ID } from '../../../preload/api.ts';
import { isOurPage } from './window/origin.ts';

/**
 * Answers each requesting page with one end of a channel and passes the other end to `attach`. A page has one
 * transport: when it requests another (it was reloaded, or has lost the last one), the old one is closed.
 */
export function serveBridge(attach: (transport: Transport, page: WebContents) => void): void {
	const transports = new WeakMap<WebContents, Transport>();
	ipcMain.on(CHANNELS.requestPort, (event, id: unknown) => {
		if (!isOurPage(event) || typeof id !== 'string' || id.length > MAX_REQUEST_ID) return;
		const { port1, port2 } = new MessageChannelMain();
		const transport = messagePortMainTransport(port1);
		transports.get(event.sender)?.close();
		transports.set(event.sender, transport);
		attach(transport, event.sender);
		event.sender.postMessage(CHANNELS.port, id, [port2]);
	});
}
