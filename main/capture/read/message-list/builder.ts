import { DIRECTIONS, EVENT_KINDS } from '../../../../common/capture/event.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { ListedMessages } from '../../../../common/contract/config/listed-messages.ts';
import { createEnds } from '../../../../common/framing/index.ts';
import type { RowFacts } from '../../segments/facts.ts';
import type { ReadSource } from '../items/source.ts';
import {
	type DirectionState,
	newDirection,
	restoreDirection,
	type SavedDirection,
	saveDirections,
	savedDirections,
} from './direction.ts';
import { EventReader } from './event-reader.ts';
import type { Part } from './part-file.ts';
import { CUT, FAULT, readsAndFlags } from './record.ts';
import { Silences } from './silences.ts';
import type { ItemStore } from './store.ts';

const DATA = EVENT_KINDS.indexOf('data');
const END = EVENT_KINDS.indexOf('end');
const CLOSE = EVENT_KINDS.indexOf('close');
const RESET = EVENT_KINDS.indexOf('reset');
const SIDES = [DIRECTIONS.indexOf('in'), DIRECTIONS.indexOf('out')];
/** Events between two reads of the clock, and bytes of their contents. */
const CLOCK_EVENTS = 128;
const CLOCK_BYTES = 256 << 10;

/** Makes the items of a list from the events of a capture, in order. */
export class ItemBuilder {
	readonly #source: ReadSource;
	readonly #store: ItemStore;
	/** By the name of the endpoint. */
	readonly #tried: ReadonlyMap<string, Framing>;
	readonly #ofOthers: Framing | undefined;
	readonly #reader: EventReader;
	readonly #directions = new Map<number, DirectionState>();
	/** Those of an earlier part that have not been used since. */
	readonly #saved = new Map<number, SavedDirection>();
	readonly #silences = new Silences();
	/** When the last message has ended that the clock has ended, in ms since 1970; 0 once the event after it is known. */
	#endedByClock = 0;
	/** An event is from before a time that the clock had taken for silence: the list has to be made again. */
	isWrong = false;
	/** Bytes of contents since the last read of the clock. */
	#bytes = 0;
	/** Messages that a silence ends are open from an earlier part. */
	#resumes = false;
	/** Events that the items cover. */
	covered = 0;

	constructor(source: ReadSource, { tried = [], framing: ofOthers }: ListedMessages, store: ItemStore) {
		this.#source = source;
		this.#store = store;
		this.#tried = new Map(tried.map(({ endpoint, framing }) => [endpoint, framing]));
		this.#ofOthers = ofOthers;
		this.#reader = new EventReader(source.folder, source.marks);
	}

	/** Goes on through stored events until the time `until`, or until a part is full, but through at least some. Throws the errors of reading. */
	step(until: number): void {
		const { stored, folder } = this.#source;
		for (let events = 1; this.covered < stored; events++) {
			const facts = this.#reader.to(this.covered, stored);
			if (facts === undefined) {
				// Its file was deleted, and perhaps those of all others.
				const next = folder.page(this.covered, stored, 1)?.from;
				this.covered = next !== undefined && next > this.covered ? next : stored;
				continue;
			}
			this.#event(facts, this.covered);
			this.covered++;
			if (this.#store.isFull) return;
			if ((events % CLOCK_EVENTS !== 0 && this.#bytes < CLOCK_BYTES) || performance.now() < until) continue;
			this.#bytes = 0;
			return;
		}
	}

	/** When the next message ends by silence, in ms since 1970; Infinity where none is open. */
	get silentAt(): number {
		return this.#silences.next;
	}

	/** All items are those that a later run would make. */
	get isSettled(): boolean {
		return this.#endedByClock === 0;
	}

	/** Ends the messages that have ended by silence by a time in ms since 1970, if no event of before is to come. */
	endSilent(ms: number): void {
		for (const state of this.#silences.take(ms)) {
			this.#endedByClock = Math.max(this.#endedByClock, state.ends?.silentAt ?? 0);
			this.#endSilence(state, this.covered);
		}
	}

	/** The open directions, to go on from. */
	get directions(): Uint32Array {
		return saveDirections([...this.#saved, ...this.#directions]);
	}

	/** Goes on after the events of a part. */
	goOn({ to, directions }: Pick<Part, 'to' | 'directions'>): void {
		this.covered = to;
		this.#directions.clear();
		this.#saved.clear();
		this.#silences.clear();
		for (const [key, saved] of savedDirections(directions)) this.#saved.set(key, saved);
		this.#resumes = true;
	}

	#event(facts: RowFacts, n: number): void {
		if (this.#resumes) this.#resume();
		if (this.#endedByClock > 0 || this.#silences.next < Number.POSITIVE_INFINITY) this.#passed(this.#ms(), n);
		const { kind, direction, connection } = facts;
		if (kind === DATA) {
			this.#data(this.#directionOf(facts, n), facts, n);
			return;
		}
		if (kind === END) this.#close(connection, direction, n);
		else if (kind === CLOSE || kind === RESET) for (const side of SIDES) this.#close(connection, side, n);
		if (kind === CLOSE) this.#forget(connection);
		this.#asIs(n, 0);
	}

	/** Time of the current event, in ms since 1970. */
	#ms(): number {
		return Number(this.#reader.row.time / 1_000_000n);
	}

	/** Ends the messages that had ended by silence before event `n`, which is of the time `ms`. */
	#passed(ms: number, n: number): void {
		this.isWrong ||= ms < this.#endedByClock;
		this.#endedByClock = 0;
		for (const state of this.#silences.take(ms)) this.#endSilence(state, n);
	}

	#endSilence(state: DirectionState, n: number): void {
		state.ends?.reset();
		this.#finish(state, n, 0);
	}

	/** Listens again to the directions of an earlier part with a message that a silence ends. */
	#resume(): void {
		this.#resumes = false;
		const timed = [...this.#saved].filter(([, { isTimed, length }]) => isTimed && length > 0);
		for (const [key] of timed) this.#known(key);
	}

	#data(state: DirectionState, facts: RowFacts, n: number): void {
		const { ends } = state;
		const bytes = ends === undefined || facts.length === 0 ? undefined : this.#content(n);
		if (ends === undefined || bytes === undefined) {
			this.#asIs(n, facts.length);
			return;
		}
		this.#bytes += bytes.length;
		if (state.isTimed && ends.isSilent(this.#ms()) && state.length > 0) this.#endSilence(state, n);
		for (let at = 0; at < bytes.length; ) {
			if (state.length === 0) {
				state.first = n;
				state.offset = at;
				state.reads = 0;
			}
			const end = ends.next(bytes, at);
			const to = end < 0 ? bytes.length : end;
			state.length += to - at;
			state.reads++;
			state.last = n;
			state.end = to;
			at = to;
			if (end >= 0) this.#finish(state, n, ends.isFault ? FAULT : 0);
		}
		this.#silences.heard(keyOf(facts.connection, facts.direction), state);
	}

	/** Undefined where it is damaged. */
	#content(n: number): Uint8Array | undefined {
		try {
			return this.#reader.content();
		} catch (error) {
			this.#reader.segment.isDamaged(n, error);
			return undefined;
		}
	}

	#directionOf(facts: RowFacts, n: number): DirectionState {
		const key = keyOf(facts.connection, facts.direction);
		const known = this.#known(key);
		if (known !== undefined) return known;
		const made = this.#newDirection(facts, n);
		this.#directions.set(key, made);
		return made;
	}

	#newDirection(facts: RowFacts, n: number): DirectionState {
		const side = DIRECTIONS[facts.direction] === 'out' ? 'out' : 'in';
		const framing = facts.datagrams ? undefined : this.#framingOf(facts, side);
		return newDirection(framing && createEnds(framing, 'framing', facts.charset), framing?.type === 'idle', n);
	}

	#framingOf({ endpoint, framings }: RowFacts, side: 'in' | 'out'): Framing | undefined {
		return this.#tried.get(endpoint) ?? this.#ofOthers ?? framings?.[side];
	}

	/** A direction, also of an earlier part: its framing is in the capture. */
	#known(key: number): DirectionState | undefined {
		const known = this.#directions.get(key);
		const saved = this.#saved.get(key);
		if (known !== undefined || saved === undefined) return known;
		this.#saved.delete(key);
		const { n } = this.#reader;
		const facts = this.#reader.to(saved.begin, this.#source.stored);
		const made = facts && this.#newDirection(facts, saved.begin);
		this.#reader.to(n, this.#source.stored);
		if (made === undefined) return undefined;
		restoreDirection(made, saved);
		this.#silences.heard(key, made);
		this.#directions.set(key, made);
		return made;
	}

	#forget(connection: number): void {
		for (const side of SIDES) {
			this.#directions.delete(keyOf(connection, side));
			this.#saved.delete(keyOf(connection, side));
		}
	}

	/** The stream has ended at event `n`: the rest is a message. */
	#close(connection: number, direction: number, n: number): void {
		const state = this.#known(keyOf(connection, direction));
		if (state?.ends === undefined) return;
		state.ends.reset();
		this.#silences.forget(keyOf(connection, direction));
		if (state.length > 0) this.#finish(state, n, state.isTimed ? 0 : CUT | (state.ends.isRestFault ? FAULT : 0));
	}

	#finish(state: DirectionState, n: number, flags: number): void {
		const { last, first, offset, end, length, number, reads } = state;
		this.#store.append(n, last, first, offset, end, length, number, readsAndFlags(reads, flags));
		state.number++;
		state.length = 0;
	}

	#asIs(n: number, length: number): void {
		this.#store.append(n, n, n, 0, length, length, 0, 0);
	}
}

function keyOf(connection: number, direction: number): number {
	return connection * 4 + direction;
}
