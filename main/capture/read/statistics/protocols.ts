import { DIRECTIONS, EVENT_KINDS } from '../../../../common/capture/event.ts';
import { type Context, type Decoder, guessOf } from '../../../../common/decode/index.ts';
import type { Transport } from '../../../../common/statistics/columns.ts';
import type { RowFacts } from '../../segments/facts.ts';
import { Answers } from './answers.ts';
import { Growing } from './growing.ts';
import { type Counted, StatisticTable } from './table.ts';

/** Chunks of a direction that a protocol is looked for in, and bytes of each: enough for every decoder to recognise its own. */
const TRIES = 3;
const TRY_BYTES = 4096;
/** Chunks of a direction of an endpoint that are looked at: later connections count as the latest recognised one. */
const MOST_LOOKED = 2000;
const DATA = EVENT_KINDS.indexOf('data');
const IN = DIRECTIONS.indexOf('in');
/** In place of a group: not recognised yet. */
const UNKNOWN = 0;

export interface ProtocolGroup {
	readonly transport: Transport;
	/** Absent: all of this transport. Empty: data of no known protocol. */
	readonly protocol?: string;
}

/**
 * Figures of the transports, and of the protocols over them. A protocol is that of one direction of a connection, guessed
 * from its first chunks; those before the recognised one count with it.
 */
export class Protocols {
	readonly table = new StatisticTable(new Answers());
	readonly groups: ProtocolGroup[] = [];
	readonly #structures: readonly Decoder[];
	readonly #byName = new Map<string, number>();
	/** Of each connection and direction: its group, plus one; the chunks that were looked at, and their bytes. */
	readonly #known = new Growing(Uint32Array);
	readonly #tries = new Growing(Uint16Array);
	readonly #bytes = new Growing(Float64Array);
	/** By direction and endpoint. */
	readonly #looked = new Map<string, { chunks: number; latest: number | undefined }>();

	/** @param structures protocols beside the built-in ones */
	constructor(structures: readonly Decoder[]) {
		this.#structures = structures;
	}

	/** A connection, which has two directions. */
	add(): void {
		for (let i = 0; i < 2; i++) {
			this.#known.push(UNKNOWN);
			this.#tries.push(0);
			this.#bytes.push(0);
		}
	}

	/**
	 * Counts an event. `connection`: its number here, undefined where it has none. `asks`: the direction of its requests.
	 * `took`: where it is an answer, the time in ns.
	 */
	event(
		event: Counted,
		facts: RowFacts,
		transport: Transport,
		connection: number | undefined,
		asks: number,
		took?: number,
	): void {
		const whole = this.#group(transport);
		this.table.event(whole, event, took);
		if (event.kind !== DATA || connection === undefined) return;
		const group = this.#protocolOf(event, facts, transport, connection, asks);
		this.table.event(group, event, took);
	}

	#protocolOf(event: Counted, facts: RowFacts, transport: Transport, connection: number, asks: number): number {
		const at = 2 * connection + (event.direction === IN ? 0 : 1);
		const known = this.#known.at(at);
		if (known !== UNKNOWN) return known - 1;
		const other = this.#group(transport, '');
		if (event.length === 0) return other;
		const place = `${event.direction} ${facts.endpoint}`;
		const looked = this.#looked.get(place) ?? { chunks: 0, latest: undefined };
		this.#looked.set(place, looked);
		if (looked.chunks >= MOST_LOOKED) return this.#settle(looked.latest ?? other, other, event.direction, at);
		looked.chunks++;
		const context: Context = {
			transport: facts.datagrams ? 'datagram' : 'stream',
			ports: facts.ports,
			from: asks === 0 ? undefined : event.direction === asks ? 'client' : 'server',
		};
		const guess = guessOf(facts.beginning(TRY_BYTES), [context], this.#structures);
		if (guess !== undefined) {
			const group = this.#group(transport, guess.decoder.id);
			looked.latest = group;
			return this.#settle(group, other, event.direction, at);
		}
		this.#tries.set(at, this.#tries.at(at) + 1);
		this.#bytes.set(at, this.#bytes.at(at) + event.length);
		if (this.#tries.at(at) >= TRIES) this.#known.set(at, other + 1);
		return other;
	}

	/** The direction of a connection counts in this group from now on, with its chunks before. */
	#settle(group: number, other: number, direction: number, at: number): number {
		this.#known.set(at, group + 1);
		if (group !== other) this.#move(other, group, direction, at);
		return group;
	}

	#move(from: number, to: number, direction: number, at: number): void {
		const events = this.#tries.at(at);
		if (events === 0) return;
		this.table.addCounts(from, direction, -events, -this.#bytes.at(at));
		this.table.addCounts(to, direction, events, this.#bytes.at(at));
	}

	#group(transport: Transport, protocol?: string): number {
		const name = protocol === undefined ? transport : `${transport} ${protocol}`;
		const known = this.#byName.get(name);
		if (known !== undefined) return known;
		const group = this.table.add();
		this.groups.push(protocol === undefined ? { transport } : { transport, protocol });
		this.#byName.set(name, group);
		return group;
	}
}
