import type { EngineChanges } from './types.ts';

/** Remembers whose state has changed, and says so once until the changes are taken. Constant time per change. */
export class ChangeTracker {
	#endpoints = new Set<string>();
	#connections = new Set<number>();
	#told = false;
	readonly #listeners = new Set<() => void>();

	endpoint(id: string): void {
		this.#endpoints.add(id);
		if (!this.#told) this.#tell();
	}

	connection(id: number): void {
		this.#connections.add(id);
		if (!this.#told) this.#tell();
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
		return changes;
	}

	#tell(): void {
		this.#told = true;
		for (const listener of this.#listeners) listener();
	}
}
