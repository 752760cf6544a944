import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sending } from '../../../common/contract/calls/sending.ts';
import type { EngineContext } from '../core/context.ts';
import type { Waiting } from '../core/relief.ts';
import { LaneJob } from './job.ts';
import type { Lane } from './lane.ts';
import { Pace } from './pace.ts';

/** How long it sends before others have their turn. */
const TURN_MS = 4;
/** Messages between two looks at the clock. */
const BATCH = 16;

export interface Repeat {
	/** What the `n`th message is, from 1. */
	readonly message: (n: number) => Uint8Array;
	/** 0: as fast as it can. */
	readonly intervalMs: number;
	/** For each connection; 0: no end. */
	readonly count: number;
	/** Messages that one connection may have untaken. */
	readonly ahead: number;
}

/**
 * The same again and again. The schedule is absolute: message k is due k intervals after the first, so that what a timer is
 * late by is not added up; what is overdue is sent at once. Each connection goes by itself: one that takes nothing holds only itself up.
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

	/** Messages that are due, for each connection. */
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

	/** Sends what is due, for a while, and sees to it that it is called again. */
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

	/** A few messages for each connection; says whether more could be sent at once. */
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
				this.#pace.sent(intervalMs === 0 ? 0 : now - this.#start - lane.given * intervalMs);
				lane.give(message(lane.given + 1), this.#settled);
			}
		}
		return left;
	}

	/** Waits for the next message's time; who waits for a connection is woken by that. */
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
