import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { readSockets } from './read-sockets.ts';
import { ssConnection } from './ss.fixture.ts';

// Sends through a network that loses packets until some were sent again and all are acknowledged; prints what we read of the connection, and ss.
const server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('It has an address.');
const socket = connect(address.port, '127.0.0.1');
await once(socket, 'connect');
const local = { address: '127.0.0.1', port: socket.localPort ?? 0 };
const remote = { address: '127.0.0.1', port: address.port };
for (;;) {
	await new Promise((written) => socket.write(Buffer.alloc(200_000), written));
	const [reading] = await readSockets([{ kind: 'stream', local, remote }]);
	const ss = ssConnection(local.port, remote.port);
	const { retransmitted = 0, sendQueue } = reading?.facts ?? {};
	if (retransmitted === 0 || sendQueue !== 0 || ss.sendQueue !== 0) continue;
	process.stdout.write(JSON.stringify({ facts: reading?.facts, ss }));
	break;
}
socket.destroy();
server.close();
