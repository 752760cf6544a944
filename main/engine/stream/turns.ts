import type { StreamConnection } from './stream-connection.ts';

/** The connections of a one-at-a-time server: one is served, the others wait in order. */
export class Turns {
	/** The served one. */
	served: StreamConnection | undefined;
	#waiting: StreamConnection[] = [];

	/** A connection was accepted. */
	take(connection: StreamConnection): void {
		if (this.served === undefined) {
			this.served = connection;
			connection.serve();
			return;
		}
		this.#waiting.push(connection);
		connection.setQueuePosition(this.#waiting.length);
	}

	/** A connection has closed, served or not. */
	leave(connection: StreamConnection): void {
		if (connection === this.served) {
			this.served = this.#waiting.shift();
			this.#tellPlaces(0);
			this.served?.serve();
			return;
		}
		const at = this.#waiting.indexOf(connection);
		if (at < 0) return;
		this.#waiting.splice(at, 1);
		this.#tellPlaces(at);
	}

	#tellPlaces(from: number): void {
		for (let at = from; at < this.#waiting.length; at++) this.#waiting[at]?.setQueuePosition(at + 1);
	}
}
