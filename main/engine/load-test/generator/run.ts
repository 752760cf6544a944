import type { ErrorInfo, WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { GeneratorPlan, GeneratorRun } from '../../../../common/contract/calls/generator.ts';
import { formatSocketAddress } from '../../../../common/payload/index.ts';
import { planParts } from '../../../../common/words/en/sentences/note-parts.ts';
import { noteTexts } from '../../../../common/words/en/sentences/notes.ts';
import type { EngineContext, LiveConnection } from '../../core/context.ts';
import { errorText, toWirebenchError } from '../../errors/errno.ts';
import { engineError } from '../../sentences/engine-error.ts';
import { DatagramLane } from './datagram-lane.ts';
import type { Lane, LaneOwner } from './lane.ts';
import { numberedMessages } from './messages.ts';
import { Pace } from './pace.ts';
import { Schedule } from './schedule.ts';
import { StreamLane } from './stream-lane.ts';

export interface RunOptions {
	readonly id: string;
	readonly plan: GeneratorPlan;
	readonly context: EngineContext;
	readonly connection: LiveConnection;
	/** Id in the headers. */
	readonly stream: number;
	/** Called after each change: often. */
	readonly onChange: () => void;
}

/** One run of the generator: numbered messages on one connection, on schedule, until all are sent or it is stopped. */
export class Run implements LaneOwner {
	readonly id: string;
	/** Resolves when it has ended, for any reason. */
	readonly ended: Promise<void>;
	status: GeneratorRun['status'] = 'running';
	readonly #options: RunOptions;
	readonly #target: string;
	readonly #lane: Lane;
	readonly #schedule: Schedule;
	readonly #pace = new Pace();
	readonly #start = performance.now();
	readonly #refusals = new Set<string>();
	#end: number | undefined;
	#resolve: () => void = () => undefined;
	#next = 0;
	#sent = 0;
	#bytes = 0;
	#errors = 0;
	#lastError: ErrorInfo | undefined;
	#error: ErrorInfo | undefined;
	#immediate: NodeJS.Immediate | undefined;
	#timer: NodeJS.Timeout | undefined;
	/** Waits for the lane, which calls `room`. */
	#waits = false;

	/** Fails with `bad-input` for an invalid text. */
	constructor(options: RunOptions) {
		const { id, plan, connection, stream, context } = options;
		const messages = numberedMessages(plan, stream);
		this.id = id;
		this.#options = options;
		this.#target = formatSocketAddress(connection.state().remote);
		const { datagrams } = connection;
		this.#lane =
			datagrams === undefined
				? new StreamLane(connection, messages, plan.framing, this)
				: new DatagramLane(datagrams, messages, this);
		this.#schedule = new Schedule(plan.rate, this.#start);
		this.ended = new Promise((resolve) => {
			this.#resolve = resolve;
		});
		context.closings.set(connection.id, () => this.broken(gone(this.#target)));
		connection.tell('note', noteTexts.generatorBegins({ plan: describe(plan, messages.size, stream) }));
		this.#soon();
	}

	/** Its current number: a client may have moved on to another address. */
	get connection(): number {
		return this.#options.connection.id;
	}

	state(): GeneratorRun {
		const { plan, stream, connection } = this.#options;
		const now = this.#end ?? performance.now();
		const elapsedMs = now - this.#start;
		const overall = elapsedMs > 0 ? (this.#sent * 1000) / elapsedMs : 0;
		return {
			id: this.id,
			endpoint: connection.endpoint,
			connection: this.connection,
			target: this.#target,
			plan,
			stream,
			status: this.status,
			sent: this.#sent,
			bytes: this.#bytes,
			errors: this.#errors,
			...(this.#lastError === undefined ? {} : { lastError: this.#lastError }),
			elapsedMs,
			rate: this.#end === undefined ? this.#pace.rate(now, this.#sent) : overall,
			behindMs: this.status === 'running' ? this.#schedule.behind(now, this.#next) : 0,
			...(this.#error === undefined ? {} : { error: this.#error }),
		};
	}

	/** Stops sending. */
	stop(): void {
		this.#finish('stopped');
	}

	taken(messages: number, bytes: number): void {
		this.#sent += messages;
		this.#bytes += bytes;
	}

	refused(thrown: Error): void {
		this.#errors++;
		const { remote } = this.#options.connection.state();
		const error = toWirebenchError(thrown, { verb: 'send to', ...remote, target: this.#target });
		this.#lastError = error.toInfo();
		const kind = error.details.errno ?? error.message;
		if (this.#refusals.has(kind) || this.status !== 'running') return;
		this.#refusals.add(kind);
		const text = noteTexts.generatorRefused({ why: errorText(error) });
		this.#options.connection.tell('error', text, error.details.says);
	}

	broken(error: WirebenchError): void {
		if (this.status !== 'running') return;
		this.#error = error.toInfo();
		this.#finish('failed');
	}

	room(): void {
		if (!this.#waits || this.status !== 'running') return;
		this.#waits = false;
		this.#soon();
	}

	/** The capture has caught up. */
	relieved(): void {
		if (this.status === 'running') this.#soon();
	}

	#soon(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#immediate ??= setImmediate(this.#turn);
	}

	readonly #turn = (): void => {
		this.#immediate = undefined;
		this.#timer = undefined;
		const { plan, context, onChange } = this.#options;
		const now = performance.now();
		this.#pace.look(now, this.#sent);
		onChange();
		if (context.sink.saturated) {
			context.relief.wait(this);
			return;
		}
		const left = plan.count === 0 ? Number.POSITIVE_INFINITY : plan.count - this.#next;
		const due = Math.min(this.#schedule.due(now, this.#next), left, this.#lane.room);
		for (let i = 0; i < due; i++) {
			this.#lane.put(this.#next);
			this.#next++;
		}
		this.#lane.flush();
		this.#goOn(left - due);
	};

	/** The step after a turn: the end, waiting for the lane, or the next turn. */
	#goOn(left: number): void {
		if (this.status !== 'running') return;
		if (left === 0 && this.#lane.waiting === 0) {
			this.#finish('done');
			return;
		}
		this.#waits = left === 0 || this.#lane.room === 0;
		if (this.#waits) return;
		const delay = this.#schedule.delay(performance.now(), this.#next);
		if (delay <= 0) this.#soon();
		else this.#timer = setTimeout(this.#turn, delay);
	}

	#finish(status: 'done' | 'stopped' | 'failed'): void {
		if (this.status !== 'running') return;
		const { context, connection, onChange } = this.#options;
		this.status = status;
		this.#end = performance.now();
		clearTimeout(this.#timer);
		clearImmediate(this.#immediate);
		context.relief.forget(this);
		context.closings.delete(this.connection);
		if (context.connections.has(this.connection)) connection.tell('note', this.#summary());
		this.#resolve();
		onChange();
	}

	#summary(): string {
		const { status, sent, errors, elapsedMs, rate } = this.state();
		const { all, refused } = ENDS[status === 'running' ? 'failed' : status];
		const sums = { sent, seconds: (elapsedMs / 1000).toFixed(3), rate: Math.round(rate) };
		return errors === 0 ? all(sums) : refused({ ...sums, refused: errors });
	}
}

const ENDS = {
	done: { all: noteTexts.generatorDone, refused: noteTexts.generatorDoneRefused },
	stopped: { all: noteTexts.generatorStopped, refused: noteTexts.generatorStoppedRefused },
	failed: { all: noteTexts.generatorFailed, refused: noteTexts.generatorFailedRefused },
} as const;

function gone(target: string): WirebenchError {
	return engineError('closed', 'generatorClosed', { target });
}

function describe({ rate, count, numbering }: GeneratorPlan, size: number, stream: number): string {
	const what = describeMessages(count, numbering.type === 'text' ? undefined : size);
	const paced = rate === 0 ? planParts.planFast({ what }) : planParts.planPaced({ what, rate });
	return numbering.type === 'header' ? planParts.planStream({ plan: paced, stream }) : paced;
}

/** `count`: 0 for no end; `size`: in bytes, undefined for text. */
function describeMessages(count: number, size: number | undefined): string {
	if (size === undefined) return count === 0 ? planParts.planEndlessText : planParts.planText({ count });
	return count === 0 ? planParts.planEndless({ size }) : planParts.planBytes({ count, size });
}
