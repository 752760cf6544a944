import type { Socket } from 'node:net';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { NO_BYTES } from '../../../common/framing/index.ts';
import type { Transmission } from '../core/context.ts';

/** Bytes passed to the kernel at once: at most this much is untaken. */
const PIECE_BYTES = 64 * 1024;
/** Bytes after which a large message lets other sockets run. */
const TURN_BYTES = 1024 * 1024;

export interface OutboxOwner {
	/** The kernel has taken these bytes. */
	taken(bytes: Uint8Array): void;
	/** Everything was sent, and so was our FIN. */
	ended(): void;
	/** Everything was sent: now the RST. */
	resetNow(): void;
	/** Waiting replies have been taken. */
	repliesDone(): void;
	/** False while the capture is behind: then `pump` is called when it has caught up. */
	mayWrite(): boolean;
}

interface Item {
	bytes: Uint8Array;
	/** Number of bytes that the kernel has taken. */
	taken: number;
	readonly reply: boolean;
	done: ((error?: WirebenchError) => void) | undefined;
	next: Item | undefined;
}

/**
 * The send queue of a stream. Large messages are sent piece by piece, the next one when the kernel has taken the last,
 * so that Node holds at most one piece and `pending` is exact.
 */
export class Outbox {
	/** Bytes accepted for sending that the kernel has not taken. */
	pending = 0;
	/** The part of `pending` that is replies. */
	pendingReplies = 0;
	/** Set when our FIN will follow, or was sent. */
	ending = false;
	/** Set once Node was asked to send our FIN. */
	finAsked = false;
	readonly #socket: Socket;
	readonly #owner: OutboxOwner;
	#first: Item | undefined;
	#last: Item | undefined;
	/** The piece that the kernel has not wholly taken. */
	#inFlight: Uint8Array | undefined;
	#then: 'nothing' | 'end' | 'reset' = 'nothing';
	#failed = false;
	#turn: NodeJS.Immediate | undefined;

	constructor(socket: Socket, owner: OutboxOwner) {
		this.#socket = socket;
		this.#owner = owner;
	}

	/** Bytes of which an unknown part was sent. */
	get uncertain(): number {
		return this.#inFlight?.length ?? 0;
	}

	/** Sends a reply. In the common case the kernel takes it at once and nothing is queued. */
	reply(bytes: Uint8Array): void {
		if (bytes.length === 0 || this.#failed || this.ending) return;
		if (this.#first !== undefined || bytes.length > PIECE_BYTES) {
			this.#enqueue(bytes, true, undefined);
			this.pump();
		} else if (!this.#write(bytes) && !this.#failed) {
			this.#enqueue(bytes, true, undefined);
		}
	}

	/**
	 * `done` is called when the kernel has taken all bytes, or with the error that `fail` makes. The result can cancel
	 * it: then only the piece that Node already holds is sent.
	 */
	send(bytes: Uint8Array, done: (error?: WirebenchError) => void): Transmission {
		const item = this.#enqueue(bytes, false, done);
		this.pump();
		return {
			get taken() {
				return item.taken;
			},
			cancel: () => this.#cancel(item),
		};
	}

	/** FIN, after all queued bytes. */
	end(): void {
		if (this.ending) return;
		this.ending = true;
		this.#then = 'end';
		this.pump();
	}

	/** RST, after all queued bytes have been passed to the kernel. */
	resetAfterAll(): void {
		this.ending = true;
		this.#then = 'reset';
		this.pump();
	}

	/** Sends as much as the kernel takes. */
	pump(): void {
		let budget = TURN_BYTES;
		while (this.#first !== undefined) {
			if (this.#inFlight !== undefined || this.#failed || !this.#owner.mayWrite()) return;
			if (budget <= 0) {
				this.#turn ??= setImmediate(() => {
					this.#turn = undefined;
					this.pump();
				});
				return;
			}
			const { bytes, taken } = this.#first;
			const piece = bytes.subarray(taken, taken + PIECE_BYTES);
			if (piece.length > 0 && !this.#write(piece)) return;
			this.#advance(this.#first, piece.length);
			budget -= piece.length;
		}
		this.#conclude();
	}

	/** The connection is gone: the rest will not be sent. `explain` makes the error of a message. */
	fail(explain: (taken: number, total: number) => WirebenchError): void {
		this.#failed = true;
		clearImmediate(this.#turn);
		const first = this.#first;
		this.#first = undefined;
		this.#last = undefined;
		this.#inFlight = undefined;
		this.pending = 0;
		this.pendingReplies = 0;
		for (let item = first; item !== undefined; item = item.next) item.done?.(explain(item.taken, item.bytes.length));
	}

	#cancel(item: Item): void {
		if (item.taken === item.bytes.length || this.#failed) return;
		item.done = undefined;
		const going = item === this.#first ? this.uncertain : 0;
		this.pending -= item.bytes.length - item.taken - going;
		item.bytes = item.bytes.subarray(0, item.taken + going);
		if (going > 0) return;
		this.#remove(item);
		this.pump();
	}

	#remove(item: Item): void {
		let before: Item | undefined;
		for (let at = this.#first; at !== item; at = at.next) {
			if (at === undefined) return;
			before = at;
		}
		if (before === undefined) this.#first = item.next;
		else before.next = item.next;
		if (this.#last === item) this.#last = before;
	}

	#enqueue(bytes: Uint8Array, reply: boolean, done: Item['done']): Item {
		const item: Item = { bytes, taken: 0, reply, done, next: undefined };
		if (this.#last === undefined) this.#first = item;
		else this.#last.next = item;
		this.#last = item;
		this.pending += bytes.length;
		if (reply) this.pendingReplies += bytes.length;
		return item;
	}

	/** Passes bytes to the kernel. True when it took them all at once; else `#written` is called later. */
	#write(bytes: Uint8Array): boolean {
		const socket = this.#socket;
		socket.write(bytes);
		if (socket.errored !== null || socket.destroyed) {
			this.#failed = true;
			return false;
		}
		if (socket.writableLength === 0) {
			this.#owner.taken(bytes);
			return true;
		}
		// A callback on every write would cost a tenth of a small echo's rate, so it is on a following empty one.
		this.#inFlight = bytes;
		socket.write(NO_BYTES, this.#written);
		return false;
	}

	readonly #written = (error?: Error | null): void => {
		const bytes = this.#inFlight;
		// After an error the close follows, and it fails the rest.
		if (error || bytes === undefined || this.#first === undefined) return;
		this.#inFlight = undefined;
		this.#owner.taken(bytes);
		this.#advance(this.#first, bytes.length);
		this.pump();
	};

	#advance(item: Item, length: number): void {
		item.taken += length;
		this.pending -= length;
		if (item.reply) this.pendingReplies -= length;
		if (item.taken < item.bytes.length) return;
		this.#first = item.next;
		if (this.#first === undefined) this.#last = undefined;
		item.done?.();
		if (item.reply) this.#owner.repliesDone();
	}

	#conclude(): void {
		const then = this.#then;
		this.#then = 'nothing';
		if (this.#failed || then === 'nothing') return;
		if (then === 'reset') {
			this.#owner.resetNow();
			return;
		}
		this.finAsked = true;
		this.#socket.once('finish', () => this.#owner.ended());
		this.#socket.end();
	}
}
