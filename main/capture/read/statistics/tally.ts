import { DIRECTIONS, EVENT_KINDS } from '../../../../common/capture/event.ts';
import { TRANSPORTS, type Transport } from '../../../../common/statistics/columns.ts';
import { packetEnds } from '../../packet/ends.ts';
import type { RowFacts } from '../../segments/facts.ts';
import { Answers } from './answers.ts';
import { Exchanges } from './exchange.ts';
import { Growing } from './growing.ts';
import type { Protocols } from './protocols.ts';
import { type Counted, StatisticTable } from './table.ts';

/** Endpoints and connections that have figures; later ones are in the total only. About 150 bytes for each. */
const MAX_ENDPOINTS = 10_000;
const MAX_CONNECTIONS = 200_000;

export interface ConnectionFacts {
	readonly id: number;
	/** Position of its first event that was counted. */
	readonly first: number;
	/** Its endpoint's number; undefined where that is not counted. */
	readonly endpoint: number | undefined;
}

/** The figures of events, by endpoint, connection, protocol and kind. Feed them in their order. */
export class StatisticTally {
	readonly total = new StatisticTable(new Answers());
	readonly endpoints = new StatisticTable(new Answers());
	readonly connections = new StatisticTable(new Answers());
	/** Group: kind times the number of directions, plus direction. */
	readonly kinds = new StatisticTable(new Answers());
	/** Undefined where nobody asks for protocols, which have to be read. */
	readonly protocols: Protocols | undefined;
	readonly #endpointByName = new Map<string, number>();
	readonly endpointNames: string[] = [];
	readonly #connectionById = new Map<number, number>();
	readonly #ids = new Growing(Uint32Array);
	readonly #firsts = new Growing(Float64Array);
	/** Endpoint numbers, plus one. */
	readonly #endpointOf = new Growing(Uint32Array);
	/** Index into TRANSPORTS. */
	readonly #transports = new Growing(Uint16Array);
	readonly #exchanges = new Exchanges();
	limited = false;

	constructor(protocols: Protocols | undefined) {
		this.total.add();
		for (let i = 0; i < EVENT_KINDS.length * DIRECTIONS.length; i++) this.kinds.add();
		this.protocols = protocols;
	}

	add(n: number, facts: RowFacts): void {
		const { kind, direction, length } = facts;
		const event: Counted = { time: Math.max(0, facts.time), kind, direction, length };
		const endpoint = this.#endpoint(facts.endpoint);
		const connection = facts.connection === 0 ? undefined : this.#connection(n, facts, endpoint);
		const took = connection === undefined ? undefined : this.#exchanges.event(connection, event);
		const kindGroup = kind * DIRECTIONS.length + direction;
		this.total.event(0, event, took);
		this.kinds.event(kindGroup, event, took);
		if (endpoint !== undefined) this.endpoints.event(endpoint, event, took);
		if (connection !== undefined) this.connections.event(connection, event, took);
		if (this.protocols === undefined) return;
		const asks = connection === undefined ? 0 : this.#exchanges.asks(connection);
		const transport =
			connection === undefined ? transportOf(facts) : (TRANSPORTS[this.#transports.at(connection)] ?? 'other');
		this.protocols.event(event, facts, transport, connection, asks, took);
	}

	connection(group: number): ConnectionFacts {
		const endpoint = this.#endpointOf.at(group);
		return {
			id: this.#ids.at(group),
			first: this.#firsts.at(group),
			endpoint: endpoint === 0 ? undefined : endpoint - 1,
		};
	}

	#endpoint(name: string): number | undefined {
		const known = this.#endpointByName.get(name);
		if (known !== undefined) return known;
		if (this.endpoints.count >= MAX_ENDPOINTS) {
			this.limited = true;
			return undefined;
		}
		const group = this.endpoints.add();
		this.#endpointByName.set(name, group);
		this.endpointNames.push(name);
		return group;
	}

	#connection(n: number, facts: RowFacts, endpoint: number | undefined): number | undefined {
		const known = this.#connectionById.get(facts.connection);
		if (known !== undefined) return known;
		if (this.connections.count >= MAX_CONNECTIONS) {
			this.limited = true;
			return undefined;
		}
		const group = this.connections.add();
		this.#connectionById.set(facts.connection, group);
		this.#ids.push(facts.connection);
		this.#firsts.push(n);
		this.#endpointOf.push(endpoint === undefined ? 0 : endpoint + 1);
		this.#exchanges.add();
		if (this.protocols !== undefined) {
			this.#transports.push(TRANSPORTS.indexOf(transportOf(facts)));
			this.protocols.add();
		}
		return group;
	}
}

function transportOf(facts: RowFacts): Transport {
	return packetEnds(facts.linkType, facts.packet).protocol;
}
