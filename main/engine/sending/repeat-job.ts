import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sending } from '../../../common/contract/calls/sending.ts';
import type { EngineContext } from '../core/context.ts';
import type { Waiting } from '../core/relief.ts';
import { LaneJob } from './job.ts';
import type { Lane } from './lane.ts';
import { Pace } from './pace.ts';

/** Milliseconds of sending before other work runs. */
const TURN_MS = 4;
/** Messages between two reads of the clock. */
const BATCH = 16;

export interface Repeat {
	/** The `n`th message, from 1. A WirebenchError ends the repeat. */
	readonly message: (n: number) => Uint8Array;
	/** 0: as fast as possible. */
	readonly intervalMs: number;
	/** For each connection; 0: unlimited. */
	readonly count: number;
	/** Maximum messages of one connection that the kernel has not taken. */
	readonly ahead: number;
}

/**
 * Sends a message repeatedly. The schedule is absolute: message k is due k intervals after the first, so that
 * timer delays do not add up; overdue messages are sent at once. Each connection runs separately: a blocked one delays
 * only itself.
 */
export class RepeatJob extends LaneJob implements Waiting {
	readonly #context: EngineContext;
	readonly #repeat: Repeat;
	readonly #start = performance.now();
	readonly #pace = new Pace(this.#start);
	#timer: NodeJS.Timeout | undefined;
	#turn: NodeJS.Immediate | undefined;

	constructor(id: string, endpoint: string, lanes: readonly Lane[], context: EngineContext, repeat: Repeat) {
		super(id, endpoint, 'repeat', lanes);
		this.#context = context;
		this.#repeat = repeat;
		this.#soon();
	}

	override state(): Sending {
		const { count, intervalMs } = this.#repeat;
		const state = super.state();
		const now = performance.now();
		const due =
			intervalMs === 0 ? state.messages : this.#dueAt(this.#start + this.#pace.elapsed(now)) * this.lanes.length;
		const { meanLateMs, maxLateMs } = this.#pace;
		const rate = this.#pace.rate(now);
		return { ...state, repeat: { count, intervalMs, planned: due, rate, meanLateMs, maxLateMs } };
	}

	relieved(): void {
		this.#soon();
	}

	protected override end(outcome: Exclude<Sending['state'], 'running'>, error?: WirebenchError): void {
		clearTimeout(this.#timer);
		clearImmediate(this.#turn);
		this.#context.relief.forget(this);
		this.#pace.end(performance.now());
		super.end(outcome, error);
	}

	protected laneEnded(): void {
		if (!this.running || this.allFailed()) return;
		if (this.lanes.every((lane) => lane.error !== undefined || (this.isOver(lane) && lane.waiting === 0))) {
			this.end('done');
		}
	}

	/** Number of due messages, for each connection. */
	#dueAt(now: number): number {
		const { intervalMs, count } = this.#repeat;
		const most = count === 0 ? Number.POSITIVE_INFINITY : count;
		return intervalMs === 0 ? most : Math.min(most, Math.floor((now - this.#start) / intervalMs) + 1);
	}

	protected isOver(lane: Lane): boolean {
		const { count } = this.#repeat;
		return count !== 0 && lane.given >= count;
	}

	#soon(): void {
		if (this.running) this.#turn ??= setImmediate(() => this.#run());
	}

	readonly #settled = (): void => {
		this.#soon();
	};

	/** Sends due messages for a while, and schedules the next call. */
	#run(): void {
		this.#turn = undefined;
		clearTimeout(this.#timer);
		this.#timer = undefined;
		let now = performance.now();
		const until = now + TURN_MS;
		let left = true;
		while (left && now < until && this.running) {
			if (this.#context.sink.saturated) {
				this.#context.relief.wait(this);
				return;
			}
			left = this.#round(now);
			now = performance.now();
		}
		this.laneEnded();
		if (!this.running) return;
		if (left) this.#soon();
		else this.#later(now);
	}

	/** A few messages for each connection; returns whether more could be sent at once. */
	#round(now: number): boolean {
		const { ahead, message, intervalMs } = this.#repeat;
		const due = this.#dueAt(now);
		let left = false;
		for (const lane of this.lanes) {
			for (let n = 0; ; n++) {
				if (lane.error !== undefined || lane.given >= due || lane.waiting >= ahead) break;
				if (n === BATCH) {
					left = true;
					break;
				}
				const bytes = this.#made(() => message(lane.given + 1));
				if (bytes === undefined) return false;
				this.#pace.sent(intervalMs === 0 ? 0 : now - this.#start - lane.given * intervalMs);
				lane.give(bytes, this.#settled);
			}
		}
		return left;
	}

	/** A message; undefined where it cannot be made, which has ended the repeat. */
	#made(make: () => Uint8Array): Uint8Array | undefined {
		try {
			return make();
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			this.end('failed', error);
			return undefined;
		}
	}

	/** Waits for the next message's time; waiting connections call back themselves. */
	#later(now: number): void {
		const { intervalMs, ahead } = this.#repeat;
		if (intervalMs === 0) return;
		let next = Number.POSITIVE_INFINITY;
		for (const lane of this.lanes) {
			if (lane.error === undefined && !this.isOver(lane) && lane.waiting < ahead) next = Math.min(next, lane.given);
		}
		if (next === Number.POSITIVE_INFINITY) return;
		const wait = this.#start + next * intervalMs - now;
		this.#timer = setTimeout(() => this.#run(), Math.max(1, Math.floor(wait)));
	}
}
