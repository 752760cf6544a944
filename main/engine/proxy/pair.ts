import type { Socket } from 'node:net';
import type { CaptureConnection } from '../../../common/capture/event.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { ProxyDirection, ProxyFaults, ProxyHalf } from '../../../common/contract/config/proxy.ts';
import { describeProxyFaults } from '../../../common/faults/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import type { StreamHandler } from '../answers/stream-handler.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { errorText } from '../errors/errno.ts';
import type { Dial } from '../stream/stream-client.ts';
import { StreamConnection } from '../stream/stream-connection.ts';
import { Lane, type LaneOptions } from './lane.ts';
import { OwnFaults } from './own-faults.ts';

type Side = ProxyHalf['side'];

export interface PairOptions {
	readonly record: EndpointRecord;
	readonly dial: Dial;
	/** From 1: the position of the connection in the run. */
	readonly ordinal: number;
	/** The parts of its lanes. */
	readonly lane: (direction: ProxyDirection) => Pick<LaneOptions, 'chance' | 'framer' | 'rewriting'>;
	/** The address of the target as written. */
	readonly targetName: string;
	/** Both halves are closed. */
	readonly onGone: () => void;
}

/** A client's connection and the one opened for it to the target. */
export class Pair {
	readonly client: StreamConnection;
	readonly #options: PairOptions;
	/** The number of the half to the target: the client's plus one. */
	readonly #targetId: number;
	readonly #giveUp = new AbortController();
	readonly #lanes: Readonly<Record<ProxyDirection, Lane>>;
	#target: StreamConnection | undefined;
	#dialling = true;
	#clientClosed = false;
	readonly #faults: OwnFaults;

	/** Takes over the client's socket, which is not read before the target answers. */
	constructor(
		options: PairOptions,
		socket: Socket,
		opening: Omit<CaptureConnection, 'endpoint' | 'protocol'>,
		onClosed: () => void,
	) {
		this.#options = options;
		const lane = (direction: ProxyDirection, peer: string) =>
			new Lane({ ...options.lane(direction), direction, peer, onClose: () => this.close() });
		this.#lanes = {
			toTarget: lane('toTarget', formatSocketAddress(opening.remote)),
			toClient: lane('toClient', options.targetName),
		};
		this.#faults = new OwnFaults(this.#lanes);
		this.#targetId = options.record.context.nextConnectionId();
		const { toTarget } = this.#lanes;
		this.client = new StreamConnection(options.record, socket, opening, onClosed, this.#relay('client'));
		toTarget.source = this.client;
		void this.#connect();
	}

	has(connection: number): boolean {
		return this.client.id === connection || this.#target?.id === connection;
	}

	/** The endpoint's current faults: used where the pair has none of its own. */
	configure(all: ProxyFaults): void {
		this.#faults.configure(all);
	}

	/** Faults of its own; undefined: the endpoint's, `all`. */
	setOwn(faults: ProxyFaults | undefined, all: ProxyFaults): void {
		this.client.tell('note', noteTexts.connectionFaultsChanged({ faults: describeProxyFaults(faults ?? all) }));
		this.#faults.set(faults, all);
		const { changes } = this.#options.record.context;
		changes.connection(this.client);
		if (this.#target) changes.connection(this.#target);
	}

	lane(direction: ProxyDirection): Lane {
		return this.#lanes[direction];
	}

	close(): void {
		this.#giveUp.abort();
		this.client.close();
		this.#target?.close();
	}

	async #connect(): Promise<void> {
		try {
			const socket = await this.#options.dial.connect(this.#giveUp.signal, (text, says) =>
				this.client.tell('note', text, says),
			);
			this.#dialling = false;
			this.#connected(socket);
		} catch (thrown) {
			this.#dialling = false;
			if (!(thrown instanceof WirebenchError)) throw thrown;
			if (!this.#giveUp.signal.aborted) this.client.tell('error', errorText(thrown), thrown.details.says);
			if (thrown.code === 'reset') this.client.reset();
			else this.client.close();
			this.#maybeGone();
		}
	}

	#connected(socket: Socket): void {
		const { record, dial } = this.#options;
		const id = this.#targetId;
		const { local, remote } = dial.ends(socket, id);
		const opening = { id, role: 'opened', local, remote, mirrored: dial.mirrored(remote) } as const;
		const target = new StreamConnection(record, socket, opening, () => undefined, this.#relay('target'));
		this.#target = target;
		this.client.tell('note', eventTexts.passedOn({ place: formatSocketAddress(remote), connection: id }));
		if (this.#giveUp.signal.aborted) {
			target.close();
			return;
		}
		const { toTarget, toClient } = this.#lanes;
		toClient.source = target;
		toClient.begin(this.client);
		toTarget.begin(target);
	}

	#relay(side: Side): StreamHandler {
		const lane = this.#lanes[side === 'client' ? 'toTarget' : 'toClient'];
		const back = this.#lanes[side === 'client' ? 'toClient' : 'toTarget'];
		return {
			get heldBytes() {
				return lane.heldBytes;
			},
			get heldPieces() {
				return lane.heldPieces;
			},
			get totals() {
				return lane.tally.totals;
			},
			begin: () => undefined,
			received: (bytes) => lane.received(bytes),
			ended: () => this.#ended(side),
			drained: () => back.drained(),
			stop: () => undefined,
			cutWith: () => undefined,
			closed: (broken) => this.#closed(side, broken),
			state: () => this.#state(side),
		};
	}

	#ended(side: Side): void {
		// While the target is being dialled, the end waits in its lane: the answer is still to come.
		const passedOn = this.#other(side) !== undefined || (side === 'client' && this.#dialling);
		if (passedOn) this.#lanes[side === 'client' ? 'toTarget' : 'toClient'].ended();
		// The other half has gone and can no longer end this one.
		else if (side === 'client') this.client.finish();
		else this.#target?.finish();
	}

	#other(side: Side): StreamConnection | undefined {
		if (side === 'client') return this.#target;
		return this.#clientClosed ? undefined : this.client;
	}

	/**
	 * When one half is broken off, the other one is too; a half that both sides have ended leaves bytes in flight alone.
	 * Where a fault hides it, the other half continues.
	 */
	#closed(side: Side, broken: 'closed' | 'reset' | undefined): void {
		const other = this.#other(side);
		const lane = this.#lanes[side === 'client' ? 'toTarget' : 'toClient'];
		if (side === 'client') this.#clientClosed = true;
		else this.#target = undefined;
		if (lane.silent && other?.peerEnded) other.finish();
		if (broken !== undefined) {
			if (!lane.silent) this.#giveUp.abort();
			lane.broken(broken);
		}
		if (other === undefined) {
			for (const one of Object.values(this.#lanes)) one.stop();
			this.#giveUp.abort();
		}
		this.#maybeGone();
	}

	#maybeGone(): void {
		if (this.#clientClosed && this.#target === undefined && !this.#dialling) this.#options.onGone();
	}

	#state(side: Side): ProxyHalf {
		const other = this.#other(side)?.id;
		return {
			side,
			...(other === undefined ? {} : { other }),
			ordinal: this.#options.ordinal,
			applied: { ...this.#lanes[side === 'client' ? 'toTarget' : 'toClient'].tally.counts },
			...this.#faults.state,
		};
	}
}
