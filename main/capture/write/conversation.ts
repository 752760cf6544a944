import type { CaptureConnection } from '../../../common/capture/event.ts';
import { type Ends, exportedForm, type PacketForm, tcpForm, udpForm } from '../packet/forms.ts';

/** The two sides of a connection: us and the peer. A `data` event's direction is 1 for in, 2 for out. */
export const LOCAL = 0;
export const REMOTE = 1;
export type Side = typeof LOCAL | typeof REMOTE;

export function otherSide(side: Side): Side {
	return side === LOCAL ? REMOTE : LOCAL;
}

/** One value for each side. */
export type Both<T> = [local: T, remote: T];

/**
 * The opener's initial sequence number is the connection's number times this, the other's half of it more: fixed, so
 * that a file can be reproduced, and different for connections that use the same ports one after the other.
 */
const SEQUENCE_STEP = 1_000_000;

/** A connection in the file: the headers of its packets and, for TCP, its sequence numbers. */
export class Conversation {
	readonly connection: CaptureConnection;
	/** Undefined for a TCP connection whose other end is written as IP packets: this one is exported. */
	readonly ip: Both<PacketForm> | undefined;
	#exported: Both<PacketForm> | undefined;
	/** The next sequence number of each side. */
	readonly sequence: Both<number>;
	/** The last acknowledgement number that each side has sent. */
	readonly acknowledged: Both<number>;
	/** Sides whose FIN was written, in that order. */
	readonly ended: Side[] = [];
	reset = false;

	constructor(connection: CaptureConnection) {
		this.connection = connection;
		const form = connection.protocol === 'tcp' ? tcpForm : udpForm;
		const exported = connection.protocol === 'tcp' && connection.mirrored;
		this.ip = exported ? undefined : this.#both(form);
		const opener = (connection.id * SEQUENCE_STEP) >>> 0;
		const acceptor = (opener + SEQUENCE_STEP / 2) >>> 0;
		this.sequence = connection.role === 'opened' ? [opener, acceptor] : [acceptor, opener];
		this.acknowledged = [0, 0];
	}

	/** Tags for exported PDUs of each side. */
	get exported(): Both<PacketForm> {
		const { protocol } = this.connection;
		this.#exported ??= this.#both((ends) => exportedForm(protocol, ends));
		return this.#exported;
	}

	get opener(): Side {
		return this.connection.role === 'opened' ? LOCAL : REMOTE;
	}

	/** Whether TCP allows this side to send (more) payload or a FIN. */
	canSend(side: Side): boolean {
		return !this.reset && !this.ended.includes(side);
	}

	/** This side's next bytes are missing: its sequence numbers skip them, so that readers see the gap. */
	skip(side: Side, bytes: number): void {
		this.sequence[side] = (this.sequence[side] + bytes) >>> 0;
	}

	/** Whether closing would write a packet: a FIN, or the ACK of the last one. `byPeer`: the peer has closed. */
	canClose(byPeer: boolean): boolean {
		if (this.canSend(LOCAL)) return true;
		if (this.reset) return false;
		return this.finalAck !== undefined || (byPeer && this.canSend(REMOTE));
	}

	/** The side that still has to acknowledge the second FIN. */
	get finalAck(): Side | undefined {
		const last = this.reset ? undefined : this.ended[1];
		if (last === undefined) return undefined;
		const other = otherSide(last);
		return this.acknowledged[other] === this.sequence[last] ? undefined : other;
	}

	#both(make: (ends: Ends) => PacketForm): Both<PacketForm> {
		const { local, remote } = this.connection;
		return [make({ source: local, destination: remote }), make({ source: remote, destination: local })];
	}
}
