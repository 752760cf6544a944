import { WirebenchError } from '../../common/contract/errors.ts';
import type { Capture, CaptureReading } from '../capture/types.ts';
import { type CaptureTopic, captureTopic } from './capture-topic.ts';

interface OpenCapture {
	readonly reading: CaptureReading;
	readonly status: CaptureTopic;
}

/** The captures that can be looked at, by id: the live one, which is meant where none is named, and opened ones. */
export class Captures {
	readonly live: Capture;
	readonly #open = new Map<string, OpenCapture>();

	constructor(live: Capture) {
		this.live = live;
		this.#open.set(live.id, { reading: live, status: captureTopic(live) });
	}

	/** Throws `not-found` where no open capture has this id. */
	get(id?: string): CaptureReading {
		return this.#find(id).reading;
	}

	/** What is told of a capture as it grows. Throws `not-found` as `get` does. */
	status(id?: string): CaptureTopic {
		return this.#find(id).status;
	}

	/** Tells nobody any more. The captures themselves are closed by who opened them. */
	close(): void {
		for (const { status } of this.#open.values()) status.close();
	}

	#find(id: string = this.live.id): OpenCapture {
		const found = this.#open.get(id);
		if (found) return found;
		throw new WirebenchError('not-found', 'This capture is not open any more.', {
			hint: 'Open it again, or go back to the live capture.',
		});
	}
}
