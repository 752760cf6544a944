/** The peer to beat: a minimal echo with node:net. Prints its port. */
import net from 'node:net';

const server = net.createServer({ noDelay: true }, (socket) => {
	socket.on('data', (bytes) => socket.write(bytes));
	socket.on('error', (error) => process.stderr.write(`${error.message}\n`));
});
server.listen(0, '127.0.0.1', 511, () => {
	const address = server.address();
	if (address !== null && typeof address === 'object') process.stdout.write(`${address.port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
