import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { CallsState, StatesState, CallList as Wanted } from '../../../common/contract/calls/socket-calls.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { CallList } from './calls/call-list.ts';
import { StateList } from './calls/state-list.ts';
import type { ReadSource } from './items/source.ts';
import { type Scan, Scans, SLICE_MS } from './scanning/scans.ts';

/** A list of calls that grows with the capture. */
class Listing implements Scan<CallsState> {
	readonly #source: ReadSource;
	readonly list: CallList;
	#error: ErrorInfo | undefined;

	constructor(source: ReadSource, wanted: Wanted) {
		this.#source = source;
		this.list = new CallList(source.folder, wanted);
	}

	get waits(): boolean {
		return this.#error === undefined && this.list.scanned < this.#source.stored && !this.list.full;
	}

	step(): void {
		this.list.step(this.#source.stored, performance.now() + SLICE_MS);
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	get state(): CallsState {
		const { count: calls, scanned, full: limited, waiting } = this.list;
		return {
			calls,
			scanned,
			stored: this.#source.stored,
			limited,
			...waiting,
			...(this.#error && { error: this.#error }),
		};
	}
}

/** The states of a connection, which grow with the capture. */
class StateListing implements Scan<StatesState> {
	readonly #source: ReadSource;
	readonly #list: StateList;
	#error: ErrorInfo | undefined;

	constructor(source: ReadSource, connection: number) {
		this.#source = source;
		this.#list = new StateList(source.folder, connection);
	}

	get waits(): boolean {
		return this.#error === undefined && this.#list.scanned < this.#source.stored && !this.#list.full;
	}

	step(): void {
		this.#list.step(this.#source.stored, performance.now() + SLICE_MS);
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	get state(): StatesState {
		const { scanned, full: limited, state } = this.#list;
		return { ...state, scanned, stored: this.#source.stored, limited, ...(this.#error && { error: this.#error }) };
	}
}

/** The active lists of calls and of states. */
export class SocketCalls {
	readonly #source: ReadSource;
	readonly #lists = new Scans<CallsState, Listing>();
	readonly #states = new Scans<StatesState, StateListing>();

	constructor(source: ReadSource) {
		this.#source = source;
	}

	follow({ of, mode }: Wanted, emit: (state: CallsState) => void): TopicRun<CallsState> {
		return this.#lists.follow(keyOf({ of, mode }), () => new Listing(this.#source, { of, mode }), emit);
	}

	followStates(connection: number, emit: (state: StatesState) => void): TopicRun<StatesState> {
		return this.#states.follow(String(connection), () => new StateListing(this.#source, connection), emit);
	}

	/** More events are stored. */
	grown(): void {
		this.#lists.wake();
		this.#states.wake();
	}

	/** Throws a WirebenchError `wrong-state` for a list that is not active. */
	list({ of, mode }: Wanted): CallList {
		const known = this.#lists.get(keyOf({ of, mode }));
		if (known === undefined) {
			throw new WirebenchError('wrong-state', 'This list of calls is not on: subscribe to captureCalls first.');
		}
		return known.list;
	}
}

/** Identifies a list among all of one capture. */
function keyOf({ of, mode }: Wanted): string {
	return JSON.stringify([mode, of]);
}
