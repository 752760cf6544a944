import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Maximum number of connections without a valid key. Chromium opens a few before it needs them. */
export const MOST_STRANGERS = 64;

export interface Connections {
	/** A valid key was received on this connection: it is never ended in favour of another. */
	admit(connection: Duplex): void;
}

/**
 * Keeps connections without a key from using up the file descriptors that the endpoints need: beyond MOST_STRANGERS the
 * oldest are ended. None is ended before the data that it had sent at its accept was read, so that one with a key is
 * admitted among any number of others.
 */
export function watchConnections(server: Server): Connections {
	/** In order of arrival. `fresh`: possibly not read yet. */
	const settled = new Set<Duplex>();
	const fresh = new Set<Duplex>();
	let due = false;

	const trim = (): void => {
		due = false;
		for (const socket of settled) {
			if (settled.size + fresh.size <= MOST_STRANGERS) break;
			settled.delete(socket);
			socket.destroy();
		}
		for (const socket of fresh) settled.add(socket);
		fresh.clear();
		if (settled.size > MOST_STRANGERS) trimSoon();
	};
	const trimSoon = (): void => {
		if (due) return;
		due = true;
		// Between the two the event loop polls once: it reads from every socket accepted before.
		setImmediate(() => setImmediate(trim));
	};
	const forget = (connection: Duplex): void => {
		settled.delete(connection);
		fresh.delete(connection);
	};

	server.on('connection', (socket) => {
		fresh.add(socket);
		socket.once('close', () => forget(socket));
		if (settled.size + fresh.size > MOST_STRANGERS) trimSoon();
	});
	return { admit: forget };
}
