import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sending } from '../../../common/contract/calls/sending.ts';
import type { Job } from '../core/sendings.ts';
import type { Lane } from './lane.ts';
import { failuresOf } from './lane.ts';

/** The common part of jobs: their lanes, and a single end. */
export abstract class LaneJob implements Job {
	readonly id: string;
	readonly lanes: readonly Lane[];
	readonly ended: Promise<void>;
	protected outcome: Sending['state'] = 'running';
	protected error: WirebenchError | undefined;
	readonly #endpoint: string;
	readonly #what: Sending['what'];
	readonly #settle: () => void;
	readonly #byConnection: ReadonlyMap<number, Lane>;

	constructor(id: string, endpoint: string, what: Sending['what'], lanes: readonly Lane[]) {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.id = id;
		this.#endpoint = endpoint;
		this.#what = what;
		this.lanes = lanes;
		this.#byConnection = new Map(lanes.map((lane) => [lane.connection.id, lane]));
		this.ended = promise;
		this.#settle = resolve;
	}

	get running(): boolean {
		return this.outcome === 'running';
	}

	state(): Sending {
		let messages = 0;
		let bytes = 0;
		let partBytes = 0;
		for (const lane of this.lanes) {
			messages += lane.messages;
			bytes += lane.bytes;
			partBytes += lane.partBytes;
		}
		const { error, lanes } = this;
		return {
			id: this.id,
			endpoint: this.#endpoint,
			what: this.#what,
			name: '',
			connections: lanes.length,
			state: this.outcome,
			messages,
			bytes,
			partBytes,
			...failuresOf(lanes),
			...(error === undefined ? {} : { error: error.toInfo() }),
		};
	}

	stop(): void {
		this.end('stopped');
	}

	connectionClosed(id: number): void {
		if (!this.running) return;
		const lane = this.#byConnection.get(id);
		// Bytes in flight fail by themselves, and report how many were sent.
		if (lane === undefined || lane.waiting > 0 || this.isOver(lane)) return;
		lane.gone();
		this.laneEnded();
	}

	/** Whether nothing more will be sent to a connection. */
	protected abstract isOver(lane: Lane): boolean;

	/** A lane may have been the last. */
	protected abstract laneEnded(): void;

	/** The first end counts. Bytes that were not taken are withdrawn. */
	protected end(outcome: Exclude<Sending['state'], 'running'>, error?: WirebenchError): void {
		if (!this.running) return;
		this.outcome = outcome;
		this.error = error;
		for (const lane of this.lanes) lane.takeBack();
		this.#settle();
	}

	/** Every lane failed: the first reason is the job's. */
	protected allFailed(): boolean {
		if (this.lanes.some((lane) => lane.error === undefined)) return false;
		this.end('failed', this.lanes[0]?.error);
		return true;
	}
}
