import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { PortQuery } from './query.ts';

/** Ports tried above the one in use before the system chooses any. */
const ATTEMPTS = 100;

/** The port, after binding and releasing it, or undefined when that fails. 0 gives one of the system's choice. */
function tryPort({ protocol, address, port }: PortQuery): Promise<number | undefined> {
	return new Promise((resolve) => {
		if (protocol === 'tcp') {
			const server = createServer();
			server.once('error', () => resolve(undefined));
			server.listen({ host: address, port }, () => {
				const bound = server.address();
				server.close(() => resolve(typeof bound === 'object' ? bound?.port : undefined));
			});
			return;
		}
		const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
		socket.once('error', () => {
			socket.close();
			resolve(undefined);
		});
		socket.bind({ address, port }, () => {
			const bound = socket.address().port;
			socket.close(() => resolve(bound));
		});
	});
}

/** The next port from `query.port` on that can be bound; past the last one or after many, any port. */
export function nextFreePort(query: PortQuery): Promise<number | undefined> {
	return firstFreePort({ ...query, port: query.port + 1 });
}

/**
 * The first port from `query.port` on that can be bound and is not among `avoid`; past the last one or after many, any
 * port. Undefined where the address has none, as one of another machine.
 */
export async function firstFreePort(
	query: PortQuery,
	avoid: ReadonlySet<number> = new Set(),
): Promise<number | undefined> {
	let tries = 0;
	for (let port = query.port; port <= 65_535 && tries < ATTEMPTS; port++) {
		if (avoid.has(port)) continue;
		tries += 1;
		if ((await tryPort({ ...query, port })) !== undefined) return port;
	}
	return tryPort({ ...query, port: 0 });
}
