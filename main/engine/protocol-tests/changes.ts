/** Something that steps wait for. */
export class Changes {
	#changed = Promise.withResolvers<void>();

	/** Resolves with the next change. */
	changed(): Promise<void> {
		return this.#changed.promise;
	}

	wake(): void {
		this.#changed.resolve();
		this.#changed = Promise.withResolvers();
	}
}
