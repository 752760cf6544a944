import type { SocketAddress } from '../../../common/contract/base/address.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { ConnectionState } from '../../../common/contract/calls/workbench.ts';
import type { ProxyHalf } from '../../../common/contract/config/proxy.ts';
import { NO_BYTES } from '../../../common/framing/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { localFor, socketAddress } from '../addresses/address.ts';
import { isBroadcast } from '../addresses/interfaces.ts';
import type { Answerable } from '../answers/answers.ts';
import type { ChangingAnswers } from '../answers/changing-answers.ts';
import { createAnswers } from '../answers/create-answers.ts';
import type { DatagramTarget, LiveConnection } from '../core/context.ts';
import type { ConnectionCounters, EndpointRecord } from '../core/endpoint-record.ts';
import { errorText, toWirebenchError } from '../errors/errno.ts';

/** A datagram socket cannot hold a peer back, so what is owed to one peer has a bound, past which messages go unanswered. */
const OWED_REPLIES = 16_384;
const OWED_BYTES = 4 * 1024 * 1024;
/** Payload of the largest datagram over IPv4: 65,535 without the headers of IP and UDP (RFC 768, RFC 791). */
const DATAGRAM_BYTES = 65_507;

/** What sends the datagrams of a peer: a socket of node:dgram, or another that is like one. */
export interface Outlet {
	/** To the one address that it is connected to. */
	send(bytes: Uint8Array, after: (error: Error | null) => void): void;
	send(bytes: Uint8Array, port: number, address: string, after: (error: Error | null) => void): void;
}

export interface UdpPeerOpening {
	readonly remote: SocketAddress;
	/** The address in the form that the socket takes. */
	readonly wire: string;
	readonly role: 'accepted' | 'opened';
	/** Whether the socket is connected, so that a datagram takes no address. */
	readonly connected: () => boolean;
	/** Of the socket, where that is not the endpoint's. */
	readonly local?: SocketAddress;
	/** Called before the first datagram to a peer that has asked. */
	readonly answers?: (() => void) | undefined;
	/** Takes what comes, in place of a responder. */
	readonly relay?: DatagramRelay;
}

/** The other half of a proxied conversation is behind it. */
export interface DatagramRelay {
	/** This datagram has come, and is recorded. */
	received(bytes: Uint8Array): void;
	/** The half is about to be closed; what it tells is its last note. */
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
	/** Something came or went since the last look for idle peers. */
	recent = true;
	/** For the idle timeout: something came or went since its last look, and looks without. */
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
	/** Datagrams and bytes on their way to the kernel. */
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

	/** A datagram of this peer, which may be empty. */
	received(bytes: Uint8Array): void {
		this.recent = true;
		this.active = true;
		this.#record.received(this, bytes);
		this.#record.ledger.take(this.id, bytes);
		this.#relay?.received(bytes);
		if (!this.#record.behaviour.answers) return;
		const overflowing = this.#answering.waiting >= OWED_REPLIES || this.#answering.heldBytes >= OWED_BYTES;
		if (!overflowing) this.#answering.message({ data: bytes, eol: NO_BYTES });
		else if (!this.#overflowing)
			this.#event('note', 'none', 'Too many replies wait for their time: messages go unanswered.');
		this.#overflowing = overflowing;
	}

	/**
	 * Goes on at another address of the peer's name, as a connection of its own with the next number; what was on its way is its
	 * outlet's to send again.
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

	/** The system has taken a datagram that had been recorded as sent before, to another address. */
	resent(bytes: Uint8Array): void {
		this.#record.sent(this, bytes, this.#isMirrored());
	}

	answerAnew(): void {
		this.#answering.change();
	}

	/** Something worth telling of the peer. */
	note(text: string): void {
		this.#event('note', 'none', text);
	}

	/** The kernel reported a failure for a datagram that had left. */
	failed(error: WirebenchError): void {
		this.#event('error', 'in', errorText(error));
	}

	/** One datagram, which may be empty. */
	send(bytes: Uint8Array): Promise<void> {
		if (this.#closing) return Promise.reject(this.#closedError());
		return new Promise((resolve, reject) => {
			this.#transmit(bytes, (error) => (error ? reject(error) : resolve()));
		});
	}

	end(): void {
		throw new WirebenchError('wrong-state', 'UDP has no end of sending: close the peer, or stop the socket.');
	}

	reset(): void {
		throw new WirebenchError('wrong-state', 'UDP has no reset: close the peer, or stop the socket.');
	}

	/** Forgets the peer; its next datagram opens another connection. */
	close(): void {
		if (this.#closing) return;
		this.#closing = true;
		this.#answering.stop();
		if (this.#inFlight === 0) this.#finish();
	}

	idle(ms: number): void {
		this.#event('note', 'none', `Nothing came or went for ${ms} ms: the peer is forgotten (idle timeout).`);
		this.close();
	}

	reply(bytes: Uint8Array): void {
		if (!this.#closing && this.#pending < OWED_BYTES) this.#transmit(bytes, undefined);
	}

	/** A file is one datagram with what goes before it. */
	async replyFile(head: Uint8Array, size: number, chunks: AsyncIterable<Uint8Array>): Promise<void> {
		if (head.length + size > DATAGRAM_BYTES) {
			const message = `The reply with its file has ${head.length + size} bytes: a datagram has at most ${DATAGRAM_BYTES}.`;
			throw new WirebenchError('too-large', message);
		}
		const parts = [head];
		for await (const chunk of chunks) parts.push(chunk);
		this.reply(Buffer.concat(parts));
	}

	replyFailed(error: WirebenchError): void {
		this.#event('error', 'none', error.message);
	}

	endAfterReplies(): void {
		this.close();
	}

	resetAfterReplies(): void {
		this.close();
	}

	repliesDone(): void {
		// Replies that would be too many are dropped, so that none holds a script up.
		this.#answering.owed(0);
		this.#record.context.changes.connection(this);
	}

	tell(kind: 'note' | 'error', text: string): void {
		this.#event(kind, kind === 'error' ? 'out' : 'none', text);
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
		this.#event('error', 'out', errorText(failure));
		done?.(failure);
	}

	/** Whether the datagram goes to an endpoint of ours; asked again when endpoints come and go. */
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
		return new WirebenchError('closed', `The peer ${this.#peer} has been closed.`, this.#remote);
	}

	#event(kind: 'error' | 'note', direction: 'none' | 'in' | 'out', text: string): void {
		this.#record.connectionEvent(this, kind, direction, text);
	}
}
