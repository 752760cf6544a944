import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { AfterPeerEnd, EndpointConfig } from '../../../common/endpoints/index.ts';
import type { Framer, Message } from '../../../common/framing/index.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { Answerable } from './answers.ts';
import type { ChangingAnswers } from './changing-answers.ts';
import { createAnswers } from './create-answers.ts';
import { MessageCutter } from './message-cutter.ts';
import type { StreamHandler } from './stream-handler.ts';

/** The answered connection. */
export interface Answered extends Answerable {
	readonly id: number;
	/** Unsent bytes of replies. */
	readonly pendingReplies: number;
	/** Sends FIN, after the last reply. */
	finish(): void;
	/** Pauses or resumes reading, depending on the pending replies. */
	govern(): void;
	/** Reports a message that the framer could not split. */
	framingFault(text: string): void;
}

function afterPeerEnd(config: EndpointConfig): AfterPeerEnd {
	return 'afterPeerEnd' in config ? config.afterPeerEnd : 'end';
}

/** Splits a stream into messages and passes them to the endpoint's responder. */
export class Answerer implements StreamHandler {
	readonly totals = undefined;
	readonly #record: EndpointRecord;
	readonly #connection: Answered;
	readonly #answers: ChangingAnswers;
	readonly #cutter: MessageCutter;
	readonly #afterPeerEnd: AfterPeerEnd;

	constructor(
		record: EndpointRecord,
		connection: Answered,
		ends: { readonly local: SocketAddress; readonly remote: SocketAddress },
	) {
		this.#record = record;
		this.#connection = connection;
		this.#answers = createAnswers(record, connection, () => ends);
		this.#cutter = new MessageCutter(record.behaviour.createFramer(), (messages) => this.#take(messages));
		this.#afterPeerEnd = afterPeerEnd(record.config);
	}

	get heldBytes(): number {
		return this.#connection.pendingReplies + this.#answers.heldBytes;
	}

	get heldPieces(): number {
		return this.#answers.waiting;
	}

	begin(): void {
		this.#answers.opened();
	}

	received(bytes: Uint8Array): void {
		this.#cutter.push(bytes);
	}

	ended(): void {
		this.#cutter.end();
		if (this.#afterPeerEnd === 'end-at-once') {
			this.#answers.stop();
			this.#connection.finish();
			return;
		}
		this.#answers.finish(() => {
			if (this.#afterPeerEnd === 'end') this.#connection.finish();
		});
	}

	drained(): void {
		this.#answers.owed(this.#connection.pendingReplies);
		this.#connection.govern();
	}

	stop(): void {
		this.#answers.stop();
	}

	closed(): void {
		this.#cutter.stop();
	}

	cutWith(framer: Framer): void {
		this.#cutter.change(framer);
	}

	answerAnew(): void {
		this.#answers.change();
	}

	state(): undefined {
		return undefined;
	}

	#take(messages: readonly Message[]): void {
		for (const message of messages) {
			if (message.fault !== undefined) this.#connection.framingFault(message.fault);
			this.#record.ledger.take(this.#connection.id, message.data);
			this.#answers.message(message);
		}
	}
}
