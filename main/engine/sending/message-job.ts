import type { Sending, SendResult } from '../../../common/contract/calls/sending.ts';
import { LaneJob } from './job.ts';
import { failuresOf, type Lane } from './lane.ts';

/** One message to one or more connections. */
export class MessageJob extends LaneJob {
	readonly #length: number;

	constructor(id: string, endpoint: string, lanes: readonly Lane[], bytes: Uint8Array) {
		super(id, endpoint, 'message', lanes);
		this.#length = bytes.length;
		for (const lane of lanes) if (lane.error === undefined) lane.give(bytes, () => this.laneEnded());
		this.laneEnded();
	}

	override state(): Sending {
		return { ...super.state(), total: this.#length * this.lanes.length };
	}

	/** Throws the first connection's error if all failed. */
	result(): SendResult {
		const { bytes, messages } = this.state();
		if (this.outcome === 'failed' && this.error !== undefined) throw this.error;
		const { failed } = failuresOf(this.lanes);
		return {
			bytes,
			connections: messages,
			...(failed.length === 0 ? {} : { failed }),
			...(this.outcome === 'stopped' ? { stopped: true } : {}),
		};
	}

	protected isOver(lane: Lane): boolean {
		return lane.given > 0;
	}

	protected laneEnded(): void {
		if (!this.running || this.lanes.some((lane) => lane.waiting > 0)) return;
		if (!this.allFailed()) this.end('done');
	}
}
