import type { Socket } from 'node:net';
import type { CaptureConnection } from '../../../common/capture/event.ts';
import { WirebenchError } from '../../../common/contract/errors.ts';
import type { ProxyDirection, ProxyFaults, ProxyHalf } from '../../../common/contract/proxy.ts';
import type { EndpointRecord } from '../endpoint-record.ts';
import type { Relay } from '../relay.ts';
import type { Dial } from '../stream-client.ts';
import { StreamConnection } from '../stream-connection.ts';
import { Lane } from './lane.ts';

type Side = ProxyHalf['side'];

export interface PairOptions {
	readonly record: EndpointRecord;
	readonly dial: Dial;
	/** From 1: which of the run's connections it is. */
	readonly ordinal: number;
	/** Both halves are closed. */
	readonly onGone: () => void;
}

/** A client's connection and the one to the target that was opened for it. */
export class Pair {
	readonly client: StreamConnection;
	readonly #record: EndpointRecord;
	readonly #dial: Dial;
	readonly #ordinal: number;
	readonly #onGone: () => void;
	readonly #giveUp = new AbortController();
	readonly #lanes: Readonly<Record<ProxyDirection, Lane>> = { toTarget: new Lane(), toClient: new Lane() };
	#target: StreamConnection | undefined;
	#dialling = true;
	#clientClosed = false;
	/** Of this pair alone. */
	#faults: ProxyFaults | undefined;

	/** Takes over the client's socket, from which nothing is read before the target answers. */
	constructor(
		{ record, dial, ordinal, onGone }: PairOptions,
		socket: Socket,
		opening: Omit<CaptureConnection, 'endpoint' | 'protocol'>,
		onClosed: () => void,
	) {
		this.#record = record;
		this.#dial = dial;
		this.#ordinal = ordinal;
		this.#onGone = onGone;
		this.client = new StreamConnection(record, socket, opening, onClosed, this.#relay('client'));
		this.#lanes.toTarget.source = this.client;
		this.#lanes.toClient.destination = this.client;
		void this.#connect();
	}

	has(connection: number): boolean {
		return this.client.id === connection || this.#target?.id === connection;
	}

	setFaults(faults: ProxyFaults | undefined): void {
		this.#faults = faults;
		const { changes } = this.#record.context;
		changes.connection(this.client);
		if (this.#target) changes.connection(this.#target);
	}

	close(): void {
		this.#giveUp.abort();
		this.client.close();
		this.#target?.close();
	}

	async #connect(): Promise<void> {
		try {
			const socket = await this.#dial.connect(this.#giveUp.signal, (text) => this.client.note(text));
			this.#dialling = false;
			this.#connected(socket);
		} catch (thrown) {
			this.#dialling = false;
			if (!(thrown instanceof WirebenchError)) throw thrown;
			if (!this.#giveUp.signal.aborted) this.client.failed(thrown);
			if (thrown.code === 'reset') this.client.reset();
			else this.client.close();
			this.#maybeGone();
		}
	}

	#connected(socket: Socket): void {
		const id = this.#record.context.nextConnectionId();
		const { local, remote } = this.#dial.ends(socket, id);
		const opening = { id, role: 'opened', local, remote, mirrored: this.#dial.mirrored(remote) } as const;
		const { toTarget, toClient } = this.#lanes;
		const target = new StreamConnection(this.#record, socket, opening, () => undefined, this.#relay('target'));
		this.#target = target;
		toClient.source = target;
		toTarget.destination = target;
		if (this.#giveUp.signal.aborted) target.close();
		else this.client.govern();
	}

	#relay(side: Side): Relay {
		const lane = this.#lanes[side === 'client' ? 'toTarget' : 'toClient'];
		const back = this.#lanes[side === 'client' ? 'toClient' : 'toTarget'];
		return {
			get heldBytes() {
				return lane.heldBytes;
			},
			get heldPieces() {
				return lane.heldPieces;
			},
			received: (bytes) => lane.received(bytes),
			ended: () => lane.ended(),
			drained: () => back.drained(),
			closed: (broken) => this.#closed(side, broken),
			state: () => this.#state(side),
		};
	}

	/** Of a half that was broken off the other one is too; one that both sides have ended leaves what is on its way alone. */
	#closed(side: Side, broken: 'closed' | 'reset' | undefined): void {
		if (side === 'client') this.#clientClosed = true;
		const other = side === 'client' ? this.#target : this.client;
		if (broken !== undefined) {
			this.#giveUp.abort();
			if (broken === 'reset') other?.reset();
			else other?.close();
		}
		if (side === 'target') this.#target = undefined;
		this.#maybeGone();
	}

	#maybeGone(): void {
		if (this.#clientClosed && this.#target === undefined && !this.#dialling) this.#onGone();
	}

	#state(side: Side): ProxyHalf {
		const other = side === 'client' ? this.#target?.id : this.client.id;
		return {
			side,
			...(other === undefined ? {} : { other }),
			ordinal: this.#ordinal,
			applied: {},
			...(this.#faults === undefined ? {} : { faults: this.#faults }),
		};
	}
}
