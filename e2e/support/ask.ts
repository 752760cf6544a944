import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** A server's answer to a message followed by FIN. */
export async function ask(port: number, message: string): Promise<string> {
	const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
	await once(socket, 'connect');
	socket.end(message);
	return text(socket);
}
