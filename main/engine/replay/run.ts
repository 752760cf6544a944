import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { ReplayState } from '../../../common/contract/calls/recording.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { duration } from '../../../common/protocol-tests/index.ts';
import type { PlannedTurn, ReplayPlan } from '../../../common/recording/index.ts';
import { replayTexts } from '../../../common/words/en/sentences/recordings.ts';
import type { EndpointWatcher, Engine } from '../core/types.ts';
import { errorText } from '../errors/errno.ts';
import { Comparison, type Expected } from './comparison.ts';

/** Milliseconds that a timer of Node waits at most. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** A started replay. */
export interface RunningReplay {
	readonly state: ReplayState;
	/** Resolves with the last state; never rejects for what happens on the network. */
	readonly done: Promise<ReplayState>;
	/** Closes the connection; the run ends soon after. */
	stop(): void;
}

/** What the first connection of a replay's endpoint has received so far, for turns that wait for it. */
class Incoming implements EndpointWatcher {
	readonly comparison: Comparison;
	/** Undefined until there is one. */
	connection: number | undefined;
	over = false;
	#changed = Promise.withResolvers<void>();

	constructor(comparison: Comparison) {
		this.comparison = comparison;
	}

	opened(connection: number): void {
		this.connection ??= connection;
		this.wake();
	}

	received(connection: number, bytes: Uint8Array): void {
		if (connection !== this.connection) return;
		this.comparison.take(bytes);
		this.wake();
	}

	ended(connection: number): void {
		if (connection !== this.connection) return;
		this.over = true;
		this.wake();
	}

	failed(connection: number): void {
		this.ended(connection);
	}

	changed(): Promise<void> {
		return this.#changed.promise;
	}

	wake(): void {
		this.#changed.resolve();
		this.#changed = Promise.withResolvers();
	}
}

function dataOf(turns: readonly PlannedTurn[], side: PlannedTurn['from']): Expected[] {
	return turns.flatMap((planned, n) =>
		planned.type === 'data' && planned.from !== side ? [{ turn: n + 1, planned }] : [],
	);
}

/** Sends one side of a recorded conversation again, on a temporary endpoint of the engine, and compares the other side. */
class Replay {
	readonly #engine: Engine;
	readonly #plan: ReplayPlan;
	readonly #changed: (state: ReplayState) => void;
	readonly #incoming: Incoming;
	readonly #endpoint: string;
	readonly #stopping = new AbortController();
	/** Bytes, or datagrams, that have to be there before the next own turn; less what was given up. */
	#due = 0;
	/** When the turn before was over, or was due to be, as `performance.now()`: gaps of the recording count from it. */
	#since = 0;
	state: ReplayState;

	constructor(engine: Engine, plan: ReplayPlan, changed: (state: ReplayState) => void) {
		const { turns, how, config, datagrams } = plan;
		const theirs = dataOf(turns, how.side);
		this.#engine = engine;
		this.#plan = plan;
		this.#changed = changed;
		this.#incoming = new Incoming(new Comparison(theirs, datagrams));
		this.#endpoint = engine.create(config, { temporary: true }).id;
		engine.watch(this.#endpoint, this.#incoming);
		const expected = theirs.reduce((sum, { planned }) => sum + planned.bytes.length, 0);
		this.state = { status: 'connecting', turn: 0, turns: turns.length, received: 0, expected, sent: 0, notes: [] };
	}

	stop(): void {
		this.#stopping.abort();
		this.#incoming.wake();
		// A hanging connect ends with its socket.
		void this.#engine.stop(this.#endpoint);
	}

	async run(): Promise<ReplayState> {
		try {
			await this.#begin();
			this.#since = performance.now();
			for (const [n, turn] of this.#plan.turns.entries()) {
				if (!(await this.#take(n, turn))) break;
				this.#set({ turn: n + 1 });
			}
			this.#conclude();
			this.#set({ status: 'done' });
		} catch (error) {
			if (this.#stopping.signal.aborted) this.#set({ status: 'stopped' });
			else if (error instanceof WirebenchError) {
				const { says } = error.details;
				this.#set({ status: 'failed', message: errorText(error), ...(says && { says }) });
			} else throw error;
		} finally {
			await this.#engine.remove(this.#endpoint);
		}
		return this.state;
	}

	#set(patch: Partial<ReplayState>): void {
		const { received, difference } = this.#incoming.comparison;
		this.state = { ...this.state, received, ...(difference && { difference }), ...patch };
		this.#changed(this.state);
	}

	#note(text: string): void {
		this.#set({ notes: [...this.state.notes, text] });
	}

	/** Connects, or waits for the first client. */
	async #begin(): Promise<void> {
		const { local } = await this.#engine.start(this.#endpoint);
		if (this.#plan.how.side === 'client') {
			this.#set({ status: 'running' });
			return;
		}
		this.#set(local === undefined ? {} : { local: formatSocketAddress(local) });
		while (this.#incoming.connection === undefined) {
			await this.#incoming.changed();
			this.#stopping.signal.throwIfAborted();
		}
		this.#set({ status: 'running' });
	}

	/** The connection while it is open. */
	#connection(): number | undefined {
		const { connection } = this.#incoming;
		return connection === undefined || this.#engine.connection(connection) === undefined ? undefined : connection;
	}

	/** Takes a turn; false where nothing can follow it. */
	async #take(n: number, turn: PlannedTurn): Promise<boolean> {
		const { how } = this.#plan;
		if (turn.from !== how.side) {
			await this.#await(n, turn);
			this.#since = performance.now();
			return true;
		}
		if (turn.type === 'data') return this.#send(n, turn);
		await this.#pause(turn.gapMs);
		const connection = this.#connection();
		if (connection === undefined) return true;
		if (turn.type === 'end') this.#engine.endConnection(connection);
		else this.#engine.resetConnection(connection);
		return turn.type === 'end';
	}

	async #send(n: number, { bytes, parts, gapMs }: PlannedTurn & { readonly type: 'data' }): Promise<boolean> {
		let before = -gapMs;
		for (const { from, end, afterMs } of parts) {
			await this.#pause(afterMs - before);
			before = afterMs;
			const connection = this.#connection();
			if (connection === undefined && !this.#plan.datagrams) {
				this.#note(replayTexts.replayOver({ turn: n + 1 }));
				return false;
			}
			const to = connection === undefined ? {} : { connection };
			await this.#engine.send({ endpoint: this.#endpoint, bytes: bytes.subarray(from, end), ...to });
			this.#set({ sent: this.state.sent + end - from });
		}
		return true;
	}

	/** In the original rhythm: waits until so many milliseconds after the turn before, or the end of the connection. */
	async #pause(ms: number): Promise<void> {
		if (!this.#plan.how.rhythm) return;
		this.#since += ms;
		const isOver = (): boolean => !this.#plan.datagrams && this.#connection() === undefined;
		// A timer may fire a millisecond early.
		for (let left = this.#left(); left > 0 && !isOver(); left = this.#left())
			await this.#changedWithin(Math.ceil(left));
	}

	#left(): number {
		return this.#since - performance.now();
	}

	/** Resolves with the next change of what was received, after so many milliseconds at most. */
	async #changedWithin(ms: number): Promise<void> {
		const changed = this.#incoming.changed();
		const timer = setTimeout(() => this.#incoming.wake(), Math.min(ms, LONGEST_TIMER));
		try {
			await changed;
		} finally {
			clearTimeout(timer);
		}
		this.#stopping.signal.throwIfAborted();
	}

	/** Waits for a turn of the other side, at most as long as it may take. */
	async #await(n: number, turn: PlannedTurn): Promise<void> {
		const { how, datagrams } = this.#plan;
		if (turn.type === 'data') this.#due += datagrams ? 1 : turn.bytes.length;
		const { comparison } = this.#incoming;
		const got = (): number => (datagrams ? comparison.datagrams : comparison.received);
		const isDone = (): boolean => (turn.type === 'data' ? got() >= this.#due : this.#incoming.over);
		const withinMs = how.withinMs + turn.gapMs;
		const until = performance.now() + withinMs;
		while (!isDone() && !this.#incoming.over) {
			const left = until - performance.now();
			if (left <= 0) break;
			await this.#changedWithin(Math.ceil(left));
		}
		if (isDone()) return;
		const missing = this.#due - got();
		this.#due = got();
		const time = duration(Math.round(withinMs));
		if (turn.type !== 'data') {
			this.#note(replayTexts[turn.from === 'client' ? 'replayClientOpen' : 'replayServerOpen']({ time }));
			return;
		}
		const what = { missing, turn: n + 1, time };
		if (this.#incoming.over) {
			this.#note(replayTexts[datagrams ? 'replayDatagramsMissingAtEnd' : 'replayBytesMissingAtEnd'](what));
		} else this.#note(replayTexts[datagrams ? 'replayDatagramsMissing' : 'replayBytesMissing'](what));
	}

	#conclude(): void {
		const { surplus } = this.#incoming.comparison;
		if (surplus > 0) this.#note(replayTexts.replaySurplus({ surplus }));
	}
}

/** Starts a replay; `onChange` is called with every change of its state. */
export function startReplay(
	engine: Engine,
	plan: ReplayPlan,
	onChange: (state: ReplayState) => void = () => undefined,
): RunningReplay {
	const replay = new Replay(engine, plan, onChange);
	return {
		get state() {
			return replay.state;
		},
		done: replay.run(),
		stop: () => replay.stop(),
	};
}
