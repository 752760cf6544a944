import type { CaptureSink } from '../../../common/capture/event.ts';

export interface Waiting {
	relieved(): void;
}

/** Sockets that wait until the capture has caught up. */
export class Relief {
	readonly #waiting = new Set<Waiting>();
	readonly #unsubscribe: () => void;

	constructor(sink: CaptureSink) {
		this.#unsubscribe = sink.onRelief(() => {
			const all = [...this.#waiting];
			this.#waiting.clear();
			for (const one of all) one.relieved();
		});
	}

	wait(one: Waiting): void {
		this.#waiting.add(one);
	}

	forget(one: Waiting): void {
		this.#waiting.delete(one);
	}

	close(): void {
		this.#unsubscribe();
		this.#waiting.clear();
	}
}
