import type { Socket } from 'node:net';
import type { CaptureConnection } from '../../../common/capture/event.ts';
import { tlsNote } from '../../../common/capture/tls-note.ts';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { ConnectionState } from '../../../common/contract/calls/workbench.ts';
import type { TlsFacts } from '../../../common/contract/config/tls.ts';
import type { Framer } from '../../../common/framing/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { type Answered, Answerer } from '../answers/answerer.ts';
import { FileReply } from '../answers/file-reply.ts';
import type { StreamHandler } from '../answers/stream-handler.ts';
import type { LiveConnection, Transmission } from '../core/context.ts';
import type { ConnectionCounters, EndpointRecord } from '../core/endpoint-record.ts';
import { applyStreamOptions } from '../options/stream-options.ts';
import { tlsFacts } from '../tls/index.ts';
import { Ending, type TellEvent } from './ending.ts';
import { Outbox, type OutboxOwner } from './outbox.ts';
import { ReadGate } from './read-gate.ts';
import { releaseReceived, WORTH_BYTES } from './received-memory.ts';
import { Turn } from './turn.ts';

const NOTHING_SENT: Transmission = { taken: 0, cancel: () => undefined };

/** One TCP connection: records its events and lets the responder answer. */
export class StreamConnection implements LiveConnection, ConnectionCounters, OutboxOwner, Answered {
	readonly id: number;
	readonly endpoint: string;
	changedIn = 0;
	bytesIn = 0;
	bytesOut = 0;
	readonly #record: EndpointRecord;
	readonly #socket: Socket;
	readonly #local: SocketAddress;
	readonly #remote: SocketAddress;
	readonly #openedAt = Date.now();
	readonly #tls: TlsFacts | undefined;
	readonly #outbox: Outbox;
	readonly #gate: ReadGate;
	readonly #onClosed: () => void;
	/** The consumer of received bytes. */
	readonly #relay: StreamHandler;
	readonly #file = new FileReply();
	readonly #turn: Turn;
	readonly #ending: Ending;
	readonly #event: TellEvent = (kind, direction, text, says) =>
		this.#record.connectionEvent(this, kind, direction, text, says);
	/** It is being read, and its consumer is active. */
	#started = false;

	/**
	 * Takes over a connected socket. `onClosed` is called after its `close` event is recorded. `held`: it is passed
	 * paused, and nothing is read or sent before `serve`.
	 */
	constructor(
		record: EndpointRecord,
		socket: Socket,
		{ id, ...opening }: Omit<CaptureConnection, 'endpoint' | 'protocol'>,
		onClosed: () => void,
		relay?: StreamHandler,
		held = false,
	) {
		const { context, config } = record;
		this.id = id;
		this.endpoint = record.id;
		this.#record = record;
		this.#socket = socket;
		this.#local = opening.local;
		this.#remote = opening.remote;
		this.#onClosed = onClosed;
		this.#outbox = new Outbox(socket, this);
		this.#ending = new Ending(record, this.#event, socket, this.#outbox, opening.remote);
		this.#relay = relay ?? new Answerer(record, this, opening);
		this.#gate = new ReadGate(socket, context);
		this.#turn = new Turn(held);
		applyStreamOptions(socket, config, true);
		this.#tls = tlsFacts(socket);
		record.opened(this, { protocol: 'tcp', ...opening });
		if (this.#tls !== undefined) {
			const { message, says } = tlsNote(this.#tls);
			this.#event('note', 'none', message, says);
		}
		socket.on('end', () => this.#onEnd());
		socket.on('timeout', () => this.#ending.idle());
		socket.on('error', (error) => this.#ending.failed(error));
		socket.on('close', () => this.#onClose());
		if (socket.readableEnded) this.#onEnd();
		if (!held && !socket.closed) this.#begin();
		if (socket.closed) this.#closedAlready();
	}

	/** Its position among the waiting ones, from 1; reported on a change. */
	setQueuePosition(place: number): void {
		const note = this.#turn.setQueuePosition(place);
		if (note !== undefined) this.tell('note', note);
		this.#record.context.changes.connection(this);
	}

	/** Starts to read and answer. */
	serve(): void {
		if (this.#turn.place === undefined || this.#ending.closing) return;
		const note = this.#turn.come();
		if (note !== undefined) this.tell('note', note);
		this.#begin();
	}

	#begin(): void {
		this.#started = true;
		this.#socket.on('data', (chunk) => this.#onData(chunk));
		this.#socket.resume();
		this.#relay.begin();
		if (this.peerEnded) this.#relay.ended();
		this.govern();
	}

	/** Who ended the connection first, by FIN, reset or failure; undefined while it is open. */
	get endedBy(): 'us' | 'peer' | undefined {
		return this.#ending.by;
	}

	/** The peer's FIN was received. */
	get peerEnded(): boolean {
		return this.#ending.peerEnded;
	}

	/** The TLS error that ended the connection, if one did. */
	get tlsFailure(): WirebenchError | undefined {
		return this.#ending.tlsFailure;
	}

	state(): ConnectionState {
		const proxy = this.#relay.state();
		return {
			id: this.id,
			endpoint: this.endpoint,
			...this.#status(),
			local: this.#local,
			remote: this.#remote,
			openedAt: this.#openedAt,
			bytesIn: this.bytesIn,
			bytesOut: this.bytesOut,
			pending: this.#outbox.pending,
			...(proxy === undefined ? {} : { proxy }),
			...(this.#tls === undefined ? {} : { tls: this.#tls }),
		};
	}

	#status(): Pick<ConnectionState, 'status' | 'place'> {
		const { place } = this.#turn;
		if (this.#ending.finSent) return { status: 'ended' };
		if (place !== undefined) return { status: 'waiting', place };
		return { status: this.peerEnded ? 'peer-ended' : 'open' };
	}

	send(bytes: Uint8Array): Promise<void> {
		return new Promise((resolve, reject) => {
			this.transmit(bytes, (error) => (error ? reject(error) : resolve()));
		});
	}

	transmit(bytes: Uint8Array, done: (error?: WirebenchError) => void): Transmission {
		const why = this.#ending.whyNot(bytes.length);
		if (why !== undefined) {
			done(why);
			return NOTHING_SENT;
		}
		const sent = this.#outbox.send(bytes, done);
		this.#record.context.changes.connection(this);
		return sent;
	}

	/** FIN, once all queued bytes are sent. Delayed replies are dropped. */
	end(): void {
		this.#ending.assertNotEnded();
		this.#relay.stop();
		this.#outbox.end();
	}

	/** Closes both halves at once; unsent bytes are dropped. */
	close(): void {
		this.#ending.close();
	}

	reset(): void {
		this.#ending.reset();
	}

	/** The options of the endpoint have changed. */
	applyOptions(): void {
		if (!this.#ending.closing) applyStreamOptions(this.#socket, this.#record.config, false);
	}

	tell(kind: 'note' | 'error', text: string, says?: Sentence): void {
		if (!this.#socket.closed) this.#event(kind, 'none', text, says);
	}

	/** Replaces the framer for bytes received from now on. */
	cutWith(framer: Framer): void {
		if (!this.#ending.closing && !this.peerEnded) this.#relay.cutWith(framer);
	}

	answerAnew(): void {
		this.#relay.answerAnew?.();
	}

	taken(bytes: Uint8Array): void {
		this.#record.sent(this, bytes, false);
		this.#ending.sent();
	}

	ended(): void {
		this.#ending.ourFin();
	}

	resetNow(): void {
		this.reset();
	}

	mayWrite(): boolean {
		const { context } = this.#record;
		if (!context.sink.saturated) return true;
		context.relief.wait(this);
		return false;
	}

	relieved(): void {
		if (this.#ending.closing) return;
		if (this.#turn.place === undefined) this.#gate.relieved();
		this.#outbox.pump();
	}

	reply(bytes: Uint8Array): void {
		this.#outbox.reply(bytes);
	}

	async replyFile(head: Uint8Array, size: number, chunks: AsyncIterable<Uint8Array>): Promise<void> {
		if (head.length > 0) this.#outbox.reply(head);
		await this.#file.send(size, chunks, (chunk) => this.send(chunk));
	}

	replyFailed(error: WirebenchError): void {
		this.#event('error', 'none', error.message, error.details.says);
	}

	endAfterReplies(): void {
		this.#ending.lingers();
		this.#outbox.end();
	}

	resetAfterReplies(): void {
		this.#outbox.resetAfterAll();
	}

	repliesDone(): void {
		this.#relay.drained();
	}

	/** Bytes passed to it that are not sent yet. */
	get pendingReplies(): number {
		return this.#outbox.pendingReplies;
	}

	/** FIN, after all bytes passed to it. For a relay: does nothing where it has ended already. */
	finish(): void {
		if (!this.#ending.closing) this.#outbox.end();
	}

	framingFault(text: string): void {
		this.#event('error', 'in', eventTexts.badFraming({ why: text }));
	}

	/** Closes both halves once all bytes passed to it are sent. */
	closeAfterReplies(): void {
		this.#ending.closeAfterFin();
		this.finish();
	}

	#onData(chunk: Uint8Array): void {
		this.#record.received(this, chunk);
		this.#relay.received(chunk);
		this.#ending.heard();
		this.govern();
		if (chunk.length >= WORTH_BYTES && this.#holdsNothing) releaseReceived(chunk);
	}

	/** Nothing of the received bytes waits: neither here, nor in Node. */
	get #holdsNothing(): boolean {
		const { heldBytes, heldPieces } = this.#relay;
		return heldBytes === 0 && heldPieces === 0 && this.#socket.writableLength === 0;
	}

	#onEnd(): void {
		this.#ending.peerFin();
		// An end before it is served is answered in its turn.
		if (this.#started) this.#relay.ended();
	}

	/** Events of the turn in which a handshake ended were emitted before we listened. */
	#closedAlready(): void {
		queueMicrotask(() => {
			if (this.#socket.errored !== null) this.#ending.failed(this.#socket.errored);
			this.#onClose();
		});
	}

	#onClose(): void {
		const announced = this.#ending.closed();
		this.#relay.stop();
		this.#gate.close();
		this.#record.context.relief.forget(this);
		const { pending, uncertain } = this.#outbox;
		if (pending > 0) {
			const { dropped, maybeDropped } = eventTexts;
			this.#event('note', 'none', uncertain > 0 ? maybeDropped({ pending, uncertain }) : dropped({ pending }));
		}
		if (this.#relay.totals !== undefined) this.#event('note', 'none', this.#relay.totals);
		if (this.#file.missing !== undefined) this.#event('note', 'none', this.#file.missing);
		this.#record.closed(this);
		this.#outbox.fail((taken, total) => this.#ending.interrupted(taken, total));
		this.#onClosed();
		this.#relay.closed(announced);
	}

	/** Pauses or resumes reading, depending on bytes pending to the peer and to the capture. */
	govern(): void {
		this.#gate.govern(this, this.#relay.heldBytes, this.#relay.heldPieces);
	}
}
