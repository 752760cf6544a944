import type { Socket } from 'node:net';
import type { CaptureConnection } from '../../common/capture/event.ts';
import { optionsOf } from '../../common/contract/endpoint.ts';
import { type ErrorDetails, WirebenchError } from '../../common/contract/errors.ts';
import type { TlsFacts } from '../../common/contract/tls.ts';
import type { ConnectionState, SocketAddress } from '../../common/contract/workbench.ts';
import type { Framer } from '../../common/framing/index.ts';
import { formatSocketAddress } from '../../common/payload/index.ts';
import { type Answered, Answerer } from './answerer.ts';
import type { LiveConnection, Transmission } from './context.ts';
import type { ConnectionCounters, EndpointRecord } from './endpoint-record.ts';
import { type Attempt, errorText, toWirebenchError } from './errno.ts';
import { FileReply } from './file-reply.ts';
import { Linger } from './linger.ts';
import { applyStreamOptions, resetsOnClose } from './options/stream-options.ts';
import { Outbox, type OutboxOwner } from './outbox.ts';
import { ReadGate } from './read-gate.ts';
import type { Relay } from './relay.ts';
import { factsText, resetSocket, tlsFacts } from './tls/index.ts';
import { Turn } from './turn.ts';

const NOTHING_SENT: Transmission = { taken: 0, cancel: () => undefined };

/** One TCP connection: records what happens on it and lets the responder answer. */
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
	readonly #peer: string;
	readonly #openedAt = Date.now();
	readonly #tls: TlsFacts | undefined;
	readonly #outbox: Outbox;
	readonly #gate: ReadGate;
	readonly #onClosed: () => void;
	#closesAfterEnd = false;
	/** What takes what comes. */
	readonly #relay: Relay;
	/** Who ended the connection first, by FIN, reset or failure; undefined while nobody has. */
	endedBy: 'us' | 'peer' | undefined;
	/** The peer's FIN has come. */
	peerEnded = false;
	readonly #file = new FileReply();
	readonly #turn: Turn;
	/** Why TLS ended the connection, where it did. */
	tlsFailure: WirebenchError | undefined;
	#finSent = false;
	/** Set once the connection is being closed, with what a pending send is told. */
	#closing: 'closed' | 'reset' | undefined;
	/** The system's error that ended the connection, for a pending send. */
	#failure: Pick<ErrorDetails, 'errno' | 'errnoNumber'> = {};
	readonly #linger: Linger;

	/**
	 * Takes over a connected socket. `onClosed` is called after its `close` event is recorded. `held`: it comes paused,
	 * and nothing is read or said before `serve`.
	 */
	constructor(
		record: EndpointRecord,
		socket: Socket,
		{ id, ...opening }: Omit<CaptureConnection, 'endpoint' | 'protocol'>,
		onClosed: () => void,
		relay?: Relay,
		held = false,
	) {
		const { context, config } = record;
		this.id = id;
		this.endpoint = record.id;
		this.#record = record;
		this.#socket = socket;
		this.#local = opening.local;
		this.#remote = opening.remote;
		this.#peer = formatSocketAddress(opening.remote);
		this.#onClosed = onClosed;
		this.#outbox = new Outbox(socket, this);
		this.#relay = relay ?? new Answerer(record, this, opening);
		this.#gate = new ReadGate(socket, context);
		this.#turn = new Turn(held);
		this.#linger = new Linger(context.lingerMs, (why) => this.#lingered(why));
		applyStreamOptions(socket, config, true);
		this.#tls = tlsFacts(socket);
		record.opened(this, { protocol: 'tcp', ...opening });
		if (this.#tls !== undefined) this.#event('note', 'none', factsText(this.#tls));
		socket.on('end', () => this.#onEnd());
		socket.on('timeout', () => this.#onIdle());
		socket.on('error', (error) => this.#onError(error));
		socket.on('close', () => this.#onClose());
		if (!held && !socket.closed) this.#begin();
		if (socket.closed) this.#closedAlready();
	}

	/** Its place among those that wait, from 1; told once when it changes. */
	waitAs(place: number): void {
		const told = this.#turn.waitAs(place);
		if (told !== undefined) this.tell('note', told);
		this.#record.context.changes.connection(this);
	}

	/** Reads and answers from here on. */
	serve(): void {
		if (this.#turn.place === undefined || this.#closing !== undefined) return;
		const told = this.#turn.come();
		if (told !== undefined) this.tell('note', told);
		this.#begin();
	}

	#begin(): void {
		this.#socket.on('data', (chunk) => this.#onData(chunk));
		this.#socket.resume();
		this.#relay.begin();
		this.govern();
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
		if (this.#finSent) return { status: 'ended' };
		if (this.peerEnded) return { status: 'peer-ended' };
		const { place } = this.#turn;
		return place === undefined ? { status: 'open' } : { status: 'waiting', place };
	}

	send(bytes: Uint8Array): Promise<void> {
		return new Promise((resolve, reject) => {
			this.transmit(bytes, (error) => (error ? reject(error) : resolve()));
		});
	}

	transmit(bytes: Uint8Array, done: (error?: WirebenchError) => void): Transmission {
		const why = this.#whyNot(bytes.length);
		if (why !== undefined) {
			done(why);
			return NOTHING_SENT;
		}
		const sent = this.#outbox.send(bytes, done);
		this.#record.context.changes.connection(this);
		return sent;
	}

	/** FIN, once all that was accepted for sending is sent. Replies that wait for their time are dropped. */
	end(): void {
		if (this.#outbox.ending || this.#closing) {
			throw new WirebenchError('wrong-state', `Our side of the connection to ${this.#peer} has been ended already.`);
		}
		this.#relay.stop();
		this.#outbox.end();
	}

	/** Closes both halves at once; what is not sent is dropped. */
	close(): void {
		if (this.#closing !== undefined) return;
		if (resetsOnClose(this.#record.config)) {
			this.reset();
			return;
		}
		this.endedBy ??= 'us';
		this.#closing = 'closed';
		if (!this.#finSent) this.#event('end', 'out', 'We closed the connection (FIN).');
		this.#socket.destroy();
	}

	reset(): void {
		if (this.#closing !== undefined) return;
		if (this.#outbox.finAsked && !this.#finSent) {
			// The system refuses a reset while it is still at work on our FIN.
			this.#socket.once('finish', () => this.reset());
			return;
		}
		this.endedBy ??= 'us';
		this.#closing = 'reset';
		this.#event('reset', 'out', 'We reset the connection (RST).');
		resetSocket(this.#socket);
	}

	/** The options of the endpoint have changed. */
	applyOptions(): void {
		if (this.#closing === undefined) applyStreamOptions(this.#socket, this.#record.config, false);
	}

	tell(kind: 'note' | 'error', text: string): void {
		if (!this.#socket.closed) this.#event(kind, 'none', text);
	}

	/** What comes from here on is cut by another framer. */
	cutWith(framer: Framer): void {
		if (this.#closing === undefined && !this.peerEnded) this.#relay.cutWith(framer);
	}

	taken(bytes: Uint8Array): void {
		this.#record.sent(this, bytes, false);
	}

	ended(): void {
		this.endedBy ??= 'us';
		this.#finSent = true;
		this.#event('end', 'out', 'We ended our sending side (FIN).');
		if (this.#closesAfterEnd) this.close();
		if (!this.peerEnded && this.#closing === undefined) this.#linger.begin();
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
		if (this.#closing !== undefined) return;
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
		this.#event('error', 'none', error.message);
	}

	endAfterReplies(): void {
		this.#linger.wanted = true;
		this.#outbox.end();
	}

	resetAfterReplies(): void {
		this.#outbox.resetAfterAll();
	}

	repliesDone(): void {
		this.#relay.drained();
	}

	/** Bytes that were passed on to it and have not gone out. */
	get pendingReplies(): number {
		return this.#outbox.pendingReplies;
	}

	/** FIN, after what was passed on to it. For a relay: what was ended already stays so. */
	finish(): void {
		if (this.#closing === undefined) this.#outbox.end();
	}

	framingFault(text: string): void {
		this.#event('error', 'in', `Framing: ${text}`);
	}

	/** Closes both halves once what was passed on to it has gone out. */
	closeAfterReplies(): void {
		if (this.#finSent) this.close();
		this.#closesAfterEnd = true;
		this.finish();
	}

	#onData(chunk: Uint8Array): void {
		this.#record.received(this, chunk);
		this.#relay.received(chunk);
		this.#linger.refresh();
		this.govern();
	}

	#onEnd(): void {
		this.endedBy ??= 'peer';
		this.peerEnded = true;
		this.#event('end', 'in', 'The peer ended its sending side (FIN).');
		this.#linger.stop();
		this.#relay.ended();
	}

	#onError(error: NodeJS.ErrnoException): void {
		this.endedBy ??= 'peer';
		const writing = error.syscall === 'write' || error.code === 'EPIPE';
		const wasReset = error.code === 'ECONNRESET';
		const failure = toWirebenchError(error, this.#attempt(writing ? 'write to' : 'read from'));
		if (failure.code === 'tls') this.tlsFailure = failure;
		this.#closing ??= wasReset ? 'reset' : 'closed';
		const { errno, errnoNumber } = failure.details;
		if (errno !== undefined && errnoNumber !== undefined) this.#failure = { errno, errnoNumber };
		if (writing || !wasReset) this.#event('error', writing ? 'out' : 'none', errorText(failure));
		if (wasReset) this.#event('reset', 'in', `The peer reset the connection (RST). ${errorText(failure)}`);
		// An alert of TLS leaves the socket open.
		this.#socket.destroy();
	}

	#onIdle(): void {
		if (this.#closing !== undefined) return;
		const ms = optionsOf(this.#record.config).idleTimeoutMs;
		this.#event('note', 'none', `Nothing came or went for ${ms} ms: closing (idle timeout).`);
		this.close();
	}

	/** What came in the turn in which a handshake ended was told before we listened. */
	#closedAlready(): void {
		queueMicrotask(() => {
			if (this.#socket.errored !== null) this.#onError(this.#socket.errored);
			this.#onClose();
		});
	}

	#onClose(): void {
		const broken = this.#closing;
		this.#closing ??= 'closed';
		this.#relay.stop();
		this.#linger.stop();
		this.#gate.close();
		this.#record.context.relief.forget(this);
		const { pending, uncertain } = this.#outbox;
		if (pending > 0) {
			const last = uncertain > 0 ? ` The system may have sent some of the first ${uncertain} of them.` : '';
			this.#event('note', 'none', `${pending} bytes that were to be sent are dropped.${last}`);
		}
		if (this.#relay.totals !== undefined) this.#event('note', 'none', this.#relay.totals);
		if (this.#file.missing !== undefined) this.#event('note', 'none', this.#file.missing);
		this.#record.closed(this);
		this.#outbox.fail((taken, total) => this.#interrupted(taken, total));
		this.#onClosed();
		this.#relay.closed(broken);
	}

	/** Stops or goes on reading, as what is owed to the peer and to the capture allows. */
	govern(): void {
		this.#gate.govern(this, this.#relay.heldBytes, this.#relay.heldPieces);
	}

	#lingered(why: string): void {
		if (this.#closing !== undefined) return;
		this.tell('note', why);
		this.close();
	}

	/** Why nothing can be sent now. */
	#whyNot(length: number): WirebenchError | undefined {
		if (this.#closing !== undefined) return this.#interrupted(0, length);
		if (!this.#outbox.ending) return undefined;
		const message = `We have ended our side of the connection to ${this.#peer}: nothing more can be sent on it.`;
		return new WirebenchError('wrong-state', message);
	}

	#interrupted(taken: number, total: number): WirebenchError {
		const code = this.#closing ?? 'closed';
		const message = `The connection to ${this.#peer} was ${code} after ${taken} of ${total} bytes had been sent.`;
		return new WirebenchError(code, message, { ...this.#remote, ...this.#failure });
	}

	#event(kind: 'end' | 'reset' | 'error' | 'note', direction: 'none' | 'in' | 'out', text: string): void {
		this.#record.connectionEvent(this, kind, direction, text);
	}

	#attempt(verb: Attempt['verb']): Attempt {
		return { verb, ...this.#remote, target: this.#peer };
	}
}
