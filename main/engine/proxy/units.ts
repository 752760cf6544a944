import { type Framer, type Message, NO_BYTES } from '../../../common/framing/index.ts';
import { join } from '../../../common/rewrite/index.ts';
import { MessageCutter } from '../answers/message-cutter.ts';
import { ReplyQueue } from '../answers/reply-queue.ts';
import type { Rewriting } from '../rules/rewriting.ts';

export interface UnitsOwner {
	/** Address and port of the sender. */
	readonly peer: string;
	/** Passes bytes on unchanged. */
	passed(bytes: Uint8Array): void;
	/** Passes on one unit: a whole message, rewritten. */
	unit(bytes: Uint8Array): void;
	/** Reports a problem with a message. */
	failed(text: string): void;
	/** Fewer bytes wait than before. */
	drained(): void;
}

/**
 * Splits received bytes into units and rewrites them. While units need no change, bytes are passed on as they arrive,
 * incomplete messages too; they are still split, so that the next message boundary is known when a change is needed.
 */
export class Units {
	readonly #owner: UnitsOwner;
	#rewriting: Rewriting;
	/** Bytes after a message that the rule thread is rewriting. */
	readonly #behind: ReplyQueue;
	readonly #cutter: MessageCutter;
	/** Whether units are needed for another reason than rules. */
	#wanted = false;
	/** Bytes in the framer, and how many of them have been passed on already. */
	#inside = 0;
	#ahead = 0;
	#count = 0;
	#stopped = false;
	readonly #failed = (text: string): void => this.#owner.failed(text);

	constructor(framer: Framer, rewriting: Rewriting, owner: UnitsOwner) {
		this.#owner = owner;
		this.#rewriting = rewriting;
		this.#behind = new ReplyQueue(() => owner.drained());
		this.#cutter = new MessageCutter(framer, (messages) => {
			for (const message of messages) this.#take(message);
		});
	}

	/** Bytes of an incomplete message that have not been passed on. */
	get heldBytes(): number {
		return this.#inside - this.#ahead;
	}

	/** Bytes, and the number of pieces, that wait after a message on the rule thread. */
	get waitingBytes(): number {
		return this.#behind.heldBytes;
	}

	get waiting(): number {
		return this.#behind.length;
	}

	/** Whether whole units are needed. Parts already passed on stay so. */
	want(wanted: boolean): void {
		this.#wanted = wanted;
	}

	push(bytes: Uint8Array): void {
		const whole = this.#wanted || this.#rewriting.changes || this.heldBytes > 0;
		this.#inside += bytes.length;
		if (!whole) {
			this.#ahead += bytes.length;
			this.#inOrder(bytes, () => this.#owner.passed(bytes));
		}
		this.#cutter.push(bytes);
	}

	/** Replaces the framer for bytes received from now on. */
	change(framer: Framer, rewriting: Rewriting): void {
		this.#rewriting = rewriting;
		this.#cutter.change(framer);
	}

	/** The stream has ended; calls back after all waiting bytes. */
	end(then: () => void): void {
		this.#cutter.end();
		this.#inOrder(NO_BYTES, then);
	}

	stop(): void {
		this.#stopped = true;
		this.#behind.clear();
		this.#cutter.stop();
	}

	#take(message: Message): void {
		const { head = NO_BYTES, data, eol, fault } = message;
		const length = head.length + data.length + eol.length;
		const ahead = Math.min(this.#ahead, length);
		this.#count++;
		this.#inside -= length;
		this.#ahead -= ahead;
		if (fault !== undefined) this.#owner.failed(`Framing: ${fault}`);
		if (ahead === length) return;
		if (ahead > 0) {
			const rest = join(message).subarray(ahead);
			this.#inOrder(rest, () => this.#owner.passed(rest));
			return;
		}
		const context = { n: this.#count, peer: this.#owner.peer };
		const rewriting = this.#rewriting;
		const unit = rewriting.here(message, context, this.#failed);
		if (unit !== undefined) {
			this.#inOrder(unit, () => this.#owner.unit(unit));
			return;
		}
		this.#behind.push(0, length, async () => {
			const rewritten = await rewriting.elsewhere(message, context, this.#failed);
			if (!this.#stopped) this.#owner.unit(rewritten);
		});
	}

	/** Immediately where nothing waits. */
	#inOrder({ length }: Uint8Array, pass: () => void): void {
		if (this.#behind.length === 0) pass();
		else this.#behind.push(0, length, pass);
	}
}
