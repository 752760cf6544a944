import { WirebenchError } from '../../../common/contract/errors.ts';
import { type Framer, type Message, NO_BYTES } from '../../../common/framing/index.ts';
import { join, type Rewriter } from '../../../common/rewrite/index.ts';
import { MessageCutter } from '../message-cutter.ts';

export interface UnitsOwner {
	/** Address and port of who sends. */
	readonly peer: string;
	/** Bytes to pass on as they are. */
	passed(bytes: Uint8Array): void;
	/** One unit to pass on: a whole message, rewritten. */
	unit(bytes: Uint8Array): void;
	/** Something about a message was not as it should be. */
	failed(text: string): void;
}

/**
 * Cuts what comes into units and rewrites them. While nothing is to be done to units, bytes are passed on as they come, the
 * beginnings of messages too, and are cut all the same: then it is known where the next message begins when something is.
 */
export class Units {
	readonly #owner: UnitsOwner;
	#rewriter: Rewriter;
	readonly #cutter: MessageCutter;
	/** Whether units are wanted for another reason than rules. */
	#wanted = false;
	/** Bytes that the framer has, and how many of them have been passed on already. */
	#inside = 0;
	#ahead = 0;
	#count = 0;

	constructor(framer: Framer, rewriter: Rewriter, owner: UnitsOwner) {
		this.#owner = owner;
		this.#rewriter = rewriter;
		this.#cutter = new MessageCutter(framer, (messages) => {
			for (const message of messages) this.#take(message);
		});
	}

	/** Bytes of a message that is not whole yet and has not been passed on. */
	get heldBytes(): number {
		return this.#inside - this.#ahead;
	}

	/** Whether whole units are wanted. What has been passed on of one stays so. */
	want(wanted: boolean): void {
		this.#wanted = wanted;
	}

	push(bytes: Uint8Array): void {
		const whole = this.#wanted || this.#rewriter.changes || this.heldBytes > 0;
		this.#inside += bytes.length;
		if (!whole) {
			this.#ahead += bytes.length;
			this.#owner.passed(bytes);
		}
		this.#cutter.push(bytes);
	}

	/** What comes from here on is cut by another framer. */
	change(framer: Framer, rewriter: Rewriter): void {
		this.#rewriter = rewriter;
		this.#cutter.change(framer);
	}

	end(): void {
		this.#cutter.end();
	}

	stop(): void {
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
		if (ahead > 0) this.#owner.passed(join(message).subarray(ahead));
		else this.#owner.unit(this.#rewrite(message));
	}

	#rewrite(message: Message): Uint8Array {
		try {
			return this.#rewriter.rewrite(message, { n: this.#count, peer: this.#owner.peer });
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			this.#owner.failed(error.message);
			return join(message);
		}
	}
}
