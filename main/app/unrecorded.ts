import type { CaptureSink } from '../../common/capture/event.ts';
import { type EngineRun, type EngineSettings, type EventCounters, engineOver } from './headless-engine.ts';

/** Counts events as a capture does, and keeps none. It is never behind. */
class EventCount implements CaptureSink {
	readonly saturated = false;
	#handles = 0;
	#received = 0;
	#dropped = 0;

	/** Every event that was passed on is `stored`, as in a capture that nobody has kept. */
	counters(): EventCounters {
		const [received, dropped] = [this.#received, this.#dropped];
		return { received, stored: received - dropped, dropped };
	}

	rehearse(work: () => void): void {
		const before = [this.#received, this.#dropped] as const;
		try {
			work();
		} finally {
			[this.#received, this.#dropped] = before;
		}
	}

	addEndpoint(): number {
		return ++this.#handles;
	}

	open(): void {
		this.#received++;
	}

	data(): void {
		this.#received++;
	}

	connectionEvent(): void {
		this.#received++;
	}

	endpointEvent(): void {
		this.#received++;
	}

	/** With the note about them. */
	missed(_endpoint: number, events: number): void {
		this.#received += events + 1;
		this.#dropped += events;
	}

	onRelief(): () => void {
		return () => undefined;
	}
}

export interface UnrecordedOptions extends EngineSettings {
	/** Sits behind the engine to observe events. It must pass everything on. */
	readonly tap: (sink: CaptureSink) => CaptureSink;
}

/** The engine without a capture, for a run whose capture nobody keeps: no thread starts and nothing is written to the disk. */
export function createUnrecorded(options: UnrecordedOptions): EngineRun {
	const count = new EventCount();
	const engine = engineOver(options.tap(count), options);
	return {
		engine,
		close: () => engine.close(),
		async finish() {
			await engine.close();
			return { counters: count.counters(), error: undefined };
		},
	};
}
