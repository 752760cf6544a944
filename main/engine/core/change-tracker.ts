import type { EngineChanges } from './types.ts';

/** An object whose changes are tracked. */
export interface Tracked<Id> {
	readonly id: Id;
	/** The tracker's round in which its last change was recorded; 0 before the first. */
	changedIn: number;
}

/**
 * Records whose state has changed, and notifies once until the changes are taken. Called on every read and write, so a
 * change that is already recorded costs one comparison.
 */
export class ChangeTracker {
	#round = 1;
	#endpoints = new Set<string>();
	#connections = new Set<number>();
	#notified = false;
	readonly #listeners = new Set<() => void>();

	endpoint(endpoint: Tracked<string>): void {
		if (endpoint.changedIn === this.#round) return;
		endpoint.changedIn = this.#round;
		this.#endpoints.add(endpoint.id);
		this.#tell();
	}

	connection(connection: Tracked<number>): void {
		if (connection.changedIn === this.#round) return;
		connection.changedIn = this.#round;
		this.#connections.add(connection.id);
		this.#tell();
	}

	onChange(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	}

	take(): EngineChanges {
		const changes = { endpoints: this.#endpoints, connections: this.#connections };
		this.#endpoints = new Set();
		this.#connections = new Set();
		this.#notified = false;
		this.#round++;
		return changes;
	}

	#tell(): void {
		if (this.#notified) return;
		this.#notified = true;
		for (const listener of this.#listeners) listener();
	}
}
