import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Connections from which nothing has come that a key allows. Chromium opens a few before it needs them. */
export const MOST_STRANGERS = 64;

export interface Connections {
	/** A key was shown on this connection: from now on it is never ended in favour of another. */
	admit(connection: Duplex): void;
}

/**
 * Keeps connections that have shown no key from using up the file descriptors that the endpoints need: beyond
 * MOST_STRANGERS the oldest are ended. None is ended before what it had sent when it was accepted was read, so that one
 * with a key gets in however many others come.
 */
export function watchConnections(server: Server): Connections {
	/** In the order of their coming. `fresh`: perhaps not read from yet. */
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
		// Between the two the event loop polls once: it reads from every socket that was accepted before.
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
