import type { Asks, AsksState } from '../../common/contract/asks.ts';
import { WirebenchError } from '../../common/contract/errors.ts';
import { encodeWritten } from '../../common/payload/index.ts';

/** What an asking does, and whom it tells. */
export interface AskingTarget {
	/** Rejects with a WirebenchError, which has been told already. */
	send(bytes: Uint8Array): Promise<void>;
	tell(kind: 'note' | 'error', text: string): void;
	/** The state is another one now. */
	changed(): void;
}

/** How the wait for an answer has ended. */
type Outcome = 'answered' | 'late' | 'refused' | 'stopped';

/** The bytes of the messages. Fails with `bad-input` and the path of the one that is not written rightly. */
export function encodeAsks({ messages }: Asks): Uint8Array[] {
	return messages.map((message, index) => {
		const result = encodeWritten(message);
		if (result.ok) return result.bytes;
		const { position } = result;
		throw new WirebenchError('bad-input', result.message, { path: `asks.messages[${index}]`, position });
	});
}

/** Sends messages one by one and waits for the answer to each. */
export class Asking {
	readonly #asks: Asks;
	readonly #target: AskingTarget;
	#answered = 0;
	#missed = 0;
	#done = false;
	/** Says how the wait for the present answer has ended. */
	#end: ((how: Outcome) => void) | undefined;
	#stopped = false;

	constructor(asks: Asks, target: AskingTarget) {
		this.#asks = asks;
		this.#target = target;
	}

	state(): AsksState {
		const total = this.#asks.messages.length;
		return { total, answered: this.#answered, missed: this.#missed, done: this.#done };
	}

	/** Resolves when all is sent and answered, given up, or stopped. */
	async run(): Promise<void> {
		const { onNoAnswer, timeoutMs } = this.#asks;
		const messages = encodeAsks(this.#asks);
		for (const [index, bytes] of messages.entries()) {
			const how = await this.#ask(bytes);
			if (this.#stopped) return;
			if (how === 'answered') this.#answered++;
			else {
				this.#missed++;
				const why = how === 'refused' ? 'was refused' : `got no answer within ${timeoutMs} ms`;
				this.#target.tell('error', `Message ${index + 1} of ${messages.length} ${why}.`);
			}
			this.#target.changed();
			if (how !== 'answered' && onNoAnswer === 'stop') break;
		}
		this.#done = true;
		const { total, answered } = this.state();
		this.#target.tell('note', `${answered} of ${total} messages got their answer.`);
		this.#target.changed();
	}

	/** Something has come. */
	answered(): void {
		this.#end?.('answered');
	}

	/** The other end has refused what was sent. */
	refused(): void {
		this.#end?.('refused');
	}

	stop(): void {
		this.#stopped = true;
		this.#end?.('stopped');
	}

	async #ask(bytes: Uint8Array): Promise<Outcome> {
		let how: Outcome = 'late';
		for (let left = this.#asks.repeats; left >= 0 && how !== 'answered' && !this.#stopped; left--) {
			how = await this.#wait(bytes);
		}
		return how;
	}

	/** One try. */
	#wait(bytes: Uint8Array): Promise<Outcome> {
		return new Promise((resolve) => {
			const timer = setTimeout(() => end('late'), this.#asks.timeoutMs);
			const end = (how: Outcome): void => {
				clearTimeout(timer);
				this.#end = undefined;
				resolve(how);
			};
			this.#end = end;
			this.#target.send(bytes).catch(() => this.#end?.('refused'));
		});
	}
}
