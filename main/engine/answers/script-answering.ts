import { type Message, NO_BYTES } from '../../../common/framing/index.ts';
import type { Effect } from '../script/messages.ts';
import type { ScriptLine, ScriptRun } from '../script/run.ts';
import type { Answerable } from './answers.ts';

/** Pending bytes to a peer: below this, the script is notified that its data was sent. */
const OWED_BYTES = 256 * 1024;
/** Sent bytes per notification of the script. */
const TELL_BYTES = 64 * 1024;

/** Lets a script answer the messages of one connection, in order. */
export class ScriptAnswering implements ScriptLine {
	readonly id: number;
	readonly #run: ScriptRun;
	readonly #target: Answerable;
	readonly #ends: { readonly peer: string; readonly local: string };
	/** Size of each waiting message, from `#first` on. */
	#lengths: number[] = [];
	#first = 0;
	#heldBytes = 0;
	/** Bytes sent by the script without notification yet. */
	#unsettled = 0;
	#finish: (() => void) | undefined;
	/** The callback of a pending replacement. */
	#retired: (() => void) | undefined;
	#finished = false;

	constructor(
		run: ScriptRun,
		target: Answerable,
		{ id, ...ends }: { readonly id: number; readonly peer: string; readonly local: string },
	) {
		this.id = id;
		this.#run = run;
		this.#target = target;
		this.#ends = ends;
		run.add(this);
	}

	count = 0;

	/** Number of messages that wait for the script; above every limit when those of all sockets are too many. */
	get waiting(): number {
		return this.#run.crowded ? Number.POSITIVE_INFINITY : this.#lengths.length - this.#first;
	}

	get heldBytes(): number {
		return this.#heldBytes;
	}

	opened(): void {
		this.#run.happened({ what: 'open', id: this.id, ...this.#ends });
	}

	resumed(count: number): void {
		this.count = count;
		this.#run.happened({ what: 'open', id: this.id, ...this.#ends, after: count });
	}

	message({ head = NO_BYTES, data, eol }: Message): void {
		if (this.#finished || this.#run.over) return;
		const { length } = data;
		this.count += 1;
		this.#lengths.push(length);
		this.#heldBytes += length;
		const sizes = { at: 0, length, head: head.length, eol: eol.length };
		this.#run.happened({ what: 'message', id: this.id, ...sizes }, head, data, eol);
	}

	/** Calls back when the script has handled everything, the peer's end too, with the calls that it had delayed by then. */
	finish(then: () => void): void {
		if (this.#finished) return;
		this.#finished = true;
		if (this.#run.over) {
			then();
			return;
		}
		this.#finish = then;
		this.#run.happened({ what: 'end', id: this.id });
	}

	/** Its delayed calls are then dropped. */
	retire(then: () => void): void {
		this.#retired = then;
		this.#leaveIfDone();
	}

	/** The script gets no more events of the connection, and cannot act on it any more. */
	stop(): void {
		this.#finished = true;
		this.#finish = undefined;
		const waiting = this.#lengths.length - this.#first;
		if (waiting > 0) this.#run.settled(waiting, this.#heldBytes);
		this.#lengths = [];
		this.#first = 0;
		this.#heldBytes = 0;
		this.#run.happened({ what: 'close', id: this.id });
		this.#run.remove(this);
	}

	/** The pending bytes of replies have decreased to this. */
	owed(bytes: number): void {
		if (bytes >= OWED_BYTES || this.#unsettled < TELL_BYTES) return;
		this.#run.happened({ what: 'sent', id: this.id, bytes: this.#unsettled });
		this.#unsettled = 0;
	}

	effect(effect: Effect, bytes: Uint8Array): void {
		if (effect.does === 'send') {
			this.#unsettled += effect.length;
			this.#target.reply(bytes.subarray(effect.at, effect.at + effect.length));
			if (this.#unsettled >= TELL_BYTES) this.#target.repliesDone();
		} else if (effect.does === 'end') this.#target.endAfterReplies();
		else if (effect.does === 'reset') this.#target.resetAfterReplies();
		else if (effect.does === 'answered') this.#answered();
		else if (effect.does === 'ended') this.#ended();
	}

	relieved(): void {
		this.#target.repliesDone();
	}

	abandoned(): void {
		this.#lengths = [];
		this.#first = 0;
		this.#heldBytes = 0;
		this.#ended();
		this.#leaveIfDone();
		this.#target.repliesDone();
	}

	#answered(): void {
		const length = this.#lengths[this.#first] ?? 0;
		this.#first += 1;
		this.#heldBytes -= length;
		if (this.#first === this.#lengths.length) {
			this.#lengths = [];
			this.#first = 0;
		} else if (this.#first > 1024) {
			this.#lengths = this.#lengths.slice(this.#first);
			this.#first = 0;
		}
		this.#run.settled(1, length);
		this.#leaveIfDone();
		this.#target.repliesDone();
	}

	#leaveIfDone(): void {
		const then = this.#retired;
		if (then === undefined || this.#finished || this.#lengths.length > this.#first) return;
		this.#retired = undefined;
		this.stop();
		then();
	}

	#ended(): void {
		const then = this.#finish;
		this.#finish = undefined;
		then?.();
	}
}
