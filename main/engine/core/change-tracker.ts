import type { EngineChanges } from './types.ts';

/** Something whose changes are followed. */
export interface Tracked<Id> {
	readonly id: Id;
	/** The tracker's round in which its last change was noted; 0 before the first. */
	changedIn: number;
}

/**
 * Remembers whose state has changed, and says so once until the changes are taken. Every read and write comes by
 * here, so a change that is noted already costs one comparison.
 */
export class ChangeTracker {
	#round = 1;
	#endpoints = new Set<string>();
	#connections = new Set<number>();
	#told = false;
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
		this.#told = false;
		this.#round++;
		return changes;
	}

	#tell(): void {
		if (this.#told) return;
		this.#told = true;
		for (const listener of this.#listeners) listener();
	}
}
