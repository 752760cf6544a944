import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { Access } from './access.ts';
import type { Connections } from './connections.ts';

/** Path of the WebSocket, within the folder of pages, or for a program at the root. */
export const RPC_PATH = '/rpc';

/** Maximum bytes of a client's message; more closes its connection (1009). */
const server = () => new WebSocketServer({ noServer: true, maxPayload: LIMITS.frameBytes, perMessageDeflate: false });

/** Answers upgrade requests: `opened` gets the socket of each permitted one, the others get a sentence and are ended. */
export function upgradeHandler(
	access: Access,
	connections: Connections,
	opened: (socket: WebSocket, request: IncomingMessage) => void,
) {
	const sockets = server();
	return (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
		// Until the WebSocket takes over, no other listener handles a stream's errors.
		const ignore = () => undefined;
		stream.on('error', ignore);
		const route = access.route(request);
		const refusal = access.foreign(request) ?? access.command(route, request);
		if (refusal !== undefined) refuse(stream, '403 Forbidden', refusal);
		else if (route.path !== RPC_PATH) refuse(stream, '404 Not Found', `The WebSocket is at ${RPC_PATH}.`);
		else {
			connections.admit(stream);
			sockets.handleUpgrade(request, stream, head, (socket) => {
				stream.off('error', ignore);
				opened(socket, request);
			});
		}
	};
}

function refuse(stream: Duplex, status: string, sentence: string): void {
	const body = `${sentence}\n`;
	const head = [
		`HTTP/1.1 ${status}`,
		'Connection: close',
		'Content-Type: text/plain; charset=utf-8',
		`Content-Length: ${Buffer.byteLength(body)}`,
		'X-Content-Type-Options: nosniff',
	];
	// A peer that does not end its side would keep the other one open.
	stream.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => stream.destroy());
}
