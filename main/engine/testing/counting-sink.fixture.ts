import type { CaptureSink } from '../../../common/capture/event.ts';

/** A sink that only counts, for tests of size and speed. */
export class CountingSink implements CaptureSink {
	readonly saturated = false;
	events = 0;
	bytes = 0;
	#endpoints = 0;

	addEndpoint(): number {
		this.#endpoints++;
		return this.#endpoints;
	}

	open(): void {
		this.events++;
	}

	data(_connection: number, _direction: 'in' | 'out', bytes: Uint8Array): void {
		this.events++;
		this.bytes += bytes.length;
	}

	connectionEvent(): void {
		this.events++;
	}

	endpointEvent(): void {
		this.events++;
	}

	missed(_endpoint: number, events: number): void {
		this.events += events + 1;
	}

	onRelief(): () => void {
		return () => undefined;
	}
}
