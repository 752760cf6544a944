/** The limit of UDP in Node: a socket that only counts datagrams. Prints its port. */
import dgram from 'node:dgram';

/** As much as the system grants, like Wirebench. */
const BUFFER_BYTES = 8 * 1024 * 1024;

let count = 0;
const socket = dgram.createSocket('udp4');
socket.on('message', () => {
	count += 1;
});
socket.bind(0, '127.0.0.1', () => {
	socket.setRecvBufferSize(BUFFER_BYTES);
	process.stdout.write(`${socket.address().port}\n`);
});
process.on('SIGTERM', () => {
	process.stderr.write(count === 0 ? 'No datagram came.\n' : '');
	process.exit(0);
});
