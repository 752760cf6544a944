import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { ConnectionState } from '../../../common/contract/calls/workbench.ts';
import type { ProxyHalf } from '../../../common/contract/config/proxy.ts';
import { NO_BYTES } from '../../../common/framing/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { localFor, socketAddress } from '../addresses/address.ts';
import { isBroadcast } from '../addresses/interfaces.ts';
import type { Answerable } from '../answers/answers.ts';
import type { ChangingAnswers } from '../answers/changing-answers.ts';
import { createAnswers } from '../answers/create-answers.ts';
import type { DatagramTarget, LiveConnection } from '../core/context.ts';
import type { ConnectionCounters, EndpointRecord } from '../core/endpoint-record.ts';
import type { Outlet } from '../core/outlet.ts';
import { errorText, toWirebenchError } from '../errors/errno.ts';
import { engineError } from '../sentences/engine-error.ts';

/** A datagram socket cannot slow a peer down, so pending replies to one peer are limited; further messages stay unanswered. */
const OWED_REPLIES = 16_384;
const OWED_BYTES = 4 * 1024 * 1024;
/** Payload of the largest datagram over IPv4: 65,535 without the headers of IP and UDP (RFC 768, RFC 791). */
const DATAGRAM_BYTES = 65_507;

export interface UdpPeerOpening {
	readonly remote: SocketAddress;
	/** The address in the socket's form. */
	readonly wire: string;
	readonly role: 'accepted' | 'opened';
	/** Whether the socket is connected, so that a datagram needs no address. */
	readonly connected: () => boolean;
	/** Address of the socket, where it differs from the endpoint's. */
	readonly local?: SocketAddress;
	/** Called before the first datagram to a peer that has sent one. */
	readonly answers?: (() => void) | undefined;
	/** Receives datagrams instead of a responder. */
	readonly relay?: DatagramRelay;
}

/** The connection to the other half of a proxied conversation. */
export interface DatagramRelay {
	/** A received datagram, which is recorded already. */
	received(bytes: Uint8Array): void;
	/** The half is about to close; returns the text of its last note. */
	closing(): string | undefined;
	state(): ProxyHalf;
}

/** One remote address of a UDP socket: a connection from its first datagram until it is closed or the socket is. */
export class UdpPeer implements LiveConnection, ConnectionCounters, Answerable, DatagramTarget {
	readonly datagrams = this;
	id: number;
	readonly endpoint: string;
	wire: string;
	readonly port: number;
	changedIn = 0;
	bytesIn = 0;
	bytesOut = 0;
	/** Traffic since the last search for idle peers. */
	recent = true;
	/** For the idle timeout: traffic since the last check, and checks without any. */
	active = true;
	quietLooks = 0;
	readonly #record: EndpointRecord;
	readonly #socket: Outlet;
	#local: SocketAddress;
	#remote: SocketAddress;
	#peer: string;
	readonly #connected: () => boolean;
	#answers: (() => void) | undefined;
	#openedAt = Date.now();
	readonly #answering: ChangingAnswers;
	readonly #relay: DatagramRelay | undefined;
	readonly #onClosed: () => void;
	/** Datagrams and bytes in flight to the kernel. */
	#inFlight = 0;
	#pending = 0;
	#mirrored = false;
	#mirroredAt = -1;
	#overflowing = false;
	#closing = false;

	constructor(record: EndpointRecord, socket: Outlet, opening: UdpPeerOpening, onClosed: () => void) {
		const { remote, wire, role, connected, local, answers, relay } = opening;
		this.id = record.context.nextConnectionId();
		this.endpoint = record.id;
		this.wire = wire;
		this.port = remote.port;
		this.#record = record;
		this.#socket = socket;
		this.#relay = relay;
		this.#local = local ?? localFor(record.local ?? socketAddress(undefined, undefined, remote.address), remote);
		this.#remote = remote;
		this.#peer = formatSocketAddress(remote);
		this.#connected = connected;
		this.#answers = role === 'accepted' ? answers : undefined;
		this.#onClosed = onClosed;
		this.#answering = createAnswers(record, this, () => ({ local: this.#local, remote: this.#remote }));
		record.opened(this, { protocol: 'udp', role, local: this.#local, remote, mirrored: false });
		this.#answering.opened();
	}

	state(): ConnectionState {
		return {
			id: this.id,
			endpoint: this.endpoint,
			status: 'open',
			local: this.#local,
			remote: this.#remote,
			openedAt: this.#openedAt,
			bytesIn: this.bytesIn,
			bytesOut: this.bytesOut,
			pending: this.#pending,
			...(this.#relay === undefined ? {} : { proxy: this.#relay.state() }),
		};
	}

	/** Whether it may need received datagrams later. */
	get keeps(): boolean {
		return this.#relay !== undefined || this.#record.behaviour.answers;
	}

	/** A datagram from this peer, which may be empty. */
	received(bytes: Uint8Array): void {
		this.recent = true;
		this.active = true;
		this.#record.received(this, bytes);
		this.#record.ledger.take(this.id, bytes);
		this.#relay?.received(bytes);
		if (!this.#record.behaviour.answers) return;
		const overflowing = this.#answering.waiting >= OWED_REPLIES || this.#answering.heldBytes >= OWED_BYTES;
		if (!overflowing) this.#answering.message({ data: bytes, eol: NO_BYTES });
		else if (!this.#overflowing) this.#event('note', 'none', eventTexts.manyReplies);
		this.#overflowing = overflowing;
	}

	/**
	 * Moves on to another address of the peer's name, as a separate connection with the next number; its outlet sends
	 * datagrams in flight again.
	 */
	move(remote: SocketAddress, wire: string, local: SocketAddress): void {
		const before = this.id;
		this.#record.left(this);
		this.id = this.#record.context.nextConnectionId();
		this.#remote = remote;
		this.#peer = formatSocketAddress(remote);
		this.#local = local;
		this.wire = wire;
		this.bytesIn = 0;
		this.bytesOut = 0;
		this.#openedAt = Date.now();
		this.#mirroredAt = -1;
		this.#record.opened(this, { protocol: 'udp', role: 'opened', local, remote, mirrored: false });
		this.#record.context.renumber(before, this.id);
		this.#answering.change();
	}

	/** The system has taken a datagram that was recorded as sent before, to another address. */
	resent(bytes: Uint8Array): void {
		this.#record.sent(this, bytes, this.#isMirrored());
	}

	answerAnew(): void {
		this.#answering.change();
	}

	/** Records a note on the peer. */
	note(text: string): void {
		this.#event('note', 'none', text);
	}

	/** The kernel reported an error for a sent datagram. */
	failed(error: WirebenchError): void {
		this.#event('error', 'in', errorText(error), error.details.says);
	}

	/** One datagram, which may be empty. */
	send(bytes: Uint8Array): Promise<void> {
		if (this.#closing) return Promise.reject(this.#closedError());
		return new Promise((resolve, reject) => {
			this.#transmit(bytes, (error) => (error ? reject(error) : resolve()));
		});
	}

	end(): void {
		throw engineError('wrong-state', 'udpHasNoEnd');
	}

	reset(): void {
		throw engineError('wrong-state', 'udpHasNoReset');
	}

	/** Closes the peer; its next datagram opens another connection. */
	close(): void {
		if (this.#closing) return;
		this.#closing = true;
		this.#answering.stop();
		if (this.#inFlight === 0) this.#finish();
	}

	idle(ms: number): void {
		this.#event('note', 'none', eventTexts.idlePeer({ ms }));
		this.close();
	}

	reply(bytes: Uint8Array): void {
		if (!this.#closing && this.#pending < OWED_BYTES) this.#transmit(bytes, undefined);
	}

	/** The file and the bytes before it are one datagram. */
	async replyFile(head: Uint8Array, size: number, chunks: AsyncIterable<Uint8Array>): Promise<void> {
		if (head.length + size > DATAGRAM_BYTES) {
			throw engineError('too-large', 'replyTooLarge', { size: head.length + size, most: DATAGRAM_BYTES });
		}
		const parts = [head];
		for await (const chunk of chunks) parts.push(chunk);
		this.reply(Buffer.concat(parts));
	}

	replyFailed(error: WirebenchError): void {
		this.#event('error', 'none', error.message, error.details.says);
	}

	endAfterReplies(): void {
		this.close();
	}

	resetAfterReplies(): void {
		this.close();
	}

	repliesDone(): void {
		// Replies beyond the limit are dropped, so that none blocks a script.
		this.#answering.owed(0);
		this.#record.context.changes.connection(this);
	}

	tell(kind: 'note' | 'error', text: string, says?: Sentence): void {
		this.#event(kind, kind === 'error' ? 'out' : 'none', text, says);
	}

	hand(bytes: Uint8Array, after: (error: Error | null) => void): void {
		this.recent = true;
		this.active = true;
		this.#inFlight++;
		this.#pending += bytes.length;
		if (this.#answers !== undefined) this.#firstAnswer(this.#answers);
		if (this.#connected()) this.#socket.send(bytes, after);
		else this.#socket.send(bytes, this.port, this.wire, after);
	}

	handed(bytes: Uint8Array, error: Error | null): void {
		this.#inFlight--;
		this.#pending -= bytes.length;
		if (error === null) this.#record.sent(this, bytes, this.#isMirrored());
		if (this.#closing && this.#inFlight === 0) this.#finish();
	}

	#firstAnswer(answers: () => void): void {
		this.#answers = undefined;
		answers();
	}

	#transmit(bytes: Uint8Array, done: ((error?: WirebenchError) => void) | undefined): void {
		this.hand(bytes, (error) => {
			if (error) this.#sendFailed(error, done);
			this.handed(bytes, error);
			if (error === null) done?.();
		});
	}

	#sendFailed(error: Error, done: ((error?: WirebenchError) => void) | undefined): void {
		const system = toWirebenchError(error, { verb: 'send to', ...this.#remote, target: this.#peer });
		const barred = system.details.errno === 'EACCES' && isBroadcast(this.#remote.address);
		const failure = barred ? system.with({ hint: 'Switch broadcast on in the options of the socket.' }) : system;
		this.#event('error', 'out', errorText(failure), failure.details.says);
		done?.(failure);
	}

	/** Whether the datagram is sent to an endpoint of ours; cached until endpoints change. */
	#isMirrored(): boolean {
		const { bound } = this.#record.context;
		if (this.#mirroredAt !== bound.version) {
			this.#mirroredAt = bound.version;
			this.#mirrored = bound.receiver('udp', this.#remote.address, this.#remote.port) !== undefined;
		}
		return this.#mirrored;
	}

	#finish(): void {
		const last = this.#relay?.closing();
		if (last !== undefined) this.#event('note', 'none', last);
		this.#record.closed(this);
		this.#onClosed();
	}

	#closedError(): WirebenchError {
		return engineError('closed', 'peerClosed', { peer: this.#peer }, this.#remote);
	}

	#event(kind: 'error' | 'note', direction: 'none' | 'in' | 'out', text: string, says?: Sentence): void {
		this.#record.connectionEvent(this, kind, direction, text, says);
	}
}
