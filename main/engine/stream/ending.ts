import type { Socket } from 'node:net';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { ErrorDetails, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import { optionsOf } from '../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { type Attempt, errorText, toWirebenchError } from '../errors/errno.ts';
import { resetsOnClose } from '../options/stream-options.ts';
import { engineError } from '../sentences/engine-error.ts';
import { resetSocket } from '../tls/index.ts';
import { LateReset } from './late-reset.ts';
import { Linger } from './linger.ts';
import type { Outbox } from './outbox.ts';

/** How a connection is closed: by FIN, or by RST. */
export type Closing = 'closed' | 'reset';

/** Records an event of the connection. `says`: the sentence that the text is, or contains. */
export type TellEvent = (
	kind: 'end' | 'reset' | 'error' | 'note',
	direction: 'none' | 'in' | 'out',
	text: string,
	says?: Sentence,
) => void;

/**
 * The end of one connection: either side's FIN, resets, failures and time limits, each recorded as it happens, and the
 * errors for later sends.
 */
export class Ending {
	/** Who ended the connection first, by FIN, reset or failure; undefined while it is open. */
	by: 'us' | 'peer' | undefined;
	/** The peer's FIN was received. */
	peerEnded = false;
	/** Our FIN was sent. */
	finSent = false;
	/** The TLS error that ended the connection, if one did. */
	tlsFailure: WirebenchError | undefined;
	readonly #record: EndpointRecord;
	readonly #event: TellEvent;
	readonly #socket: Socket;
	readonly #outbox: Outbox;
	readonly #remote: SocketAddress;
	readonly #peer: string;
	readonly #linger: Linger;
	readonly #lateReset: LateReset;
	#how: Closing | undefined;
	#closesAfterFin = false;
	/** The system's error that ended the connection. */
	#error: Pick<ErrorDetails, 'errno' | 'errnoNumber'> = {};

	constructor(record: EndpointRecord, event: TellEvent, socket: Socket, outbox: Outbox, remote: SocketAddress) {
		this.#record = record;
		this.#event = event;
		this.#socket = socket;
		this.#outbox = outbox;
		this.#remote = remote;
		this.#peer = remote.unknown ? 'a peer of unknown address' : formatSocketAddress(remote);
		this.#linger = new Linger(record.context.lingerMs, (why) => this.#closeFor(why));
		this.#lateReset = new LateReset(socket);
	}

	get #isTcp(): boolean {
		return this.#remote.path === undefined;
	}

	/** Both halves are being closed, or are closed. */
	get closing(): boolean {
		return this.#how !== undefined;
	}

	/** Closes both halves at once; unsent bytes are dropped. */
	close(): void {
		if (this.closing) return;
		if (this.#isTcp && resetsOnClose(this.#record.config)) {
			this.reset();
			return;
		}
		this.by ??= 'us';
		this.#how = 'closed';
		if (!this.finSent) this.#event('end', 'out', eventTexts.weClosed);
		this.#socket.destroy();
	}

	/** Closes both halves at once by RST; a Unix socket has none, and is closed with a note. */
	reset(): void {
		if (!this.#isTcp) {
			this.#closeFor(eventTexts.noReset);
			return;
		}
		if (this.closing) return;
		if (this.#outbox.finAsked && !this.finSent) {
			// The system refuses a reset while it still processes our FIN.
			this.#socket.once('finish', () => this.reset());
			return;
		}
		this.by ??= 'us';
		this.#how = 'reset';
		this.#event('reset', 'out', eventTexts.weReset);
		resetSocket(this.#socket);
	}

	/** Both halves are closed as soon as our FIN is sent. */
	closeAfterFin(): void {
		if (this.finSent) this.close();
		this.#closesAfterFin = true;
	}

	/** Our FIN will be a responder's, which limits the wait for the peer's. */
	lingers(): void {
		this.#linger.wanted = true;
	}

	/** Data was received: restarts the wait for an active peer. */
	heard(): void {
		this.#linger.refresh();
	}

	/** The system has taken bytes: a peer that had ended its side may have gone, and answer with a reset. */
	sent(): void {
		if (this.peerEnded) this.#lateReset.sent();
	}

	/** Our FIN was sent. */
	ourFin(): void {
		this.by ??= 'us';
		this.finSent = true;
		this.#event('end', 'out', eventTexts.weEnded);
		if (this.#closesAfterFin) this.close();
		if (!this.peerEnded && !this.closing) this.#linger.begin();
	}

	/** The peer's FIN was received. */
	peerFin(): void {
		this.by ??= 'peer';
		this.peerEnded = true;
		this.#event('end', 'in', eventTexts.peerEnded);
		this.#linger.stop();
	}

	/** The socket has failed. */
	failed(error: NodeJS.ErrnoException): void {
		this.by ??= 'peer';
		const writing = error.syscall === 'write' || error.code === 'EPIPE';
		const wasReset = error.code === 'ECONNRESET';
		const failure = toWirebenchError(error, this.#attempt(writing ? 'write to' : 'read from'));
		if (failure.code === 'tls') this.tlsFailure = failure;
		this.#how ??= wasReset ? 'reset' : 'closed';
		const { errno, errnoNumber, says } = failure.details;
		if (errno !== undefined && errnoNumber !== undefined) this.#error = { errno, errnoNumber };
		if (writing || !wasReset) this.#event('error', writing ? 'out' : 'none', errorText(failure), says);
		if (wasReset) this.#event('reset', 'in', eventTexts.peerReset({ why: errorText(failure) }), says);
		// A TLS alert leaves the socket open.
		this.#socket.destroy();
	}

	/** The socket's idle timeout has passed. */
	idle(): void {
		const { idleTimeoutMs: ms = 0 } = optionsOf(this.#record.config);
		this.#closeFor(eventTexts.idleClosed({ ms }));
	}

	/** The socket is closed. Returns how that had been announced, by us or by a failure; undefined when it had not. */
	closed(): Closing | undefined {
		const announced = this.#how;
		this.#how ??= 'closed';
		this.#linger.stop();
		this.#lateReset.stop();
		return announced;
	}

	/** Why nothing of this length can be sent now; undefined when it can. */
	whyNot(length: number): WirebenchError | undefined {
		if (this.closing) return this.interrupted(0, length);
		if (!this.#outbox.ending) return undefined;
		return engineError('wrong-state', 'noMoreAfterEnd', { peer: this.#peer });
	}

	/** The error of a send of which the system had taken only a part. */
	interrupted(taken: number, total: number): WirebenchError {
		const how = this.#how ?? 'closed';
		const details = { ...this.#place(), ...this.#error };
		return engineError(how, 'sendInterrupted', { peer: this.#peer, how, taken, total }, details);
	}

	/** Throws where our side has already ended. */
	assertNotEnded(): void {
		if (!this.#outbox.ending && !this.closing) return;
		throw engineError('wrong-state', 'sideEnded', { peer: this.#peer });
	}

	/** A time limit closes it, with a note. */
	#closeFor(why: string): void {
		if (this.closing) return;
		this.#event('note', 'none', why);
		this.close();
	}

	#attempt(verb: Attempt['verb']): Attempt {
		return { verb, ...this.#place(), target: this.#peer };
	}

	/** The peer's address, where it is known. */
	#place(): Partial<SocketAddress> {
		return this.#remote.unknown ? {} : this.#remote;
	}
}
