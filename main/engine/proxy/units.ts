import { type Framer, type Message, NO_BYTES } from '../../../common/framing/index.ts';
import { join } from '../../../common/rewrite/index.ts';
import { MessageCutter } from '../answers/message-cutter.ts';
import { ReplyQueue } from '../answers/reply-queue.ts';
import type { Rewriting } from '../rules/rewriting.ts';

export interface UnitsOwner {
	/** Address and port of who sends. */
	readonly peer: string;
	/** Bytes to pass on as they are. */
	passed(bytes: Uint8Array): void;
	/** One unit to pass on: a whole message, rewritten. */
	unit(bytes: Uint8Array): void;
	/** Something about a message was not as it should be. */
	failed(text: string): void;
	/** Less waits than before. */
	drained(): void;
}

/**
 * Cuts what comes into units and rewrites them. While nothing is to be done to units, bytes are passed on as they come, the
 * beginnings of messages too, and are cut all the same: then it is known where the next message begins when something is.
 */
export class Units {
	readonly #owner: UnitsOwner;
	#rewriting: Rewriting;
	/** What comes behind a message that is being rewritten elsewhere. */
	readonly #behind: ReplyQueue;
	readonly #cutter: MessageCutter;
	/** Whether units are wanted for another reason than rules. */
	#wanted = false;
	/** Bytes that the framer has, and how many of them have been passed on already. */
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

	/** Bytes of a message that is not whole yet and has not been passed on. */
	get heldBytes(): number {
		return this.#inside - this.#ahead;
	}

	/** Bytes, and how many pieces of them, that wait behind a message that is being rewritten elsewhere. */
	get waitingBytes(): number {
		return this.#behind.heldBytes;
	}

	get waiting(): number {
		return this.#behind.length;
	}

	/** Whether whole units are wanted. What has been passed on of one stays so. */
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

	/** What comes from here on is cut by another framer. */
	change(framer: Framer, rewriting: Rewriting): void {
		this.#rewriting = rewriting;
		this.#cutter.change(framer);
	}

	/** Nothing more comes; calls back behind all that waits. */
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

	/** At once where nothing waits. */
	#inOrder({ length }: Uint8Array, pass: () => void): void {
		if (this.#behind.length === 0) pass();
		else this.#behind.push(0, length, pass);
	}
}
