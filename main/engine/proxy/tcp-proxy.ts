import type { ProxyDirection, ProxyFaults } from '../../../common/contract/config/proxy.ts';
import type { TcpProxyConfig } from '../../../common/endpoints/index.ts';
import { Chance } from '../../../common/faults/index.ts';
import type { Framer } from '../../../common/framing/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import type { LiveConnection } from '../core/context.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { Runner } from '../core/runner.ts';
import { connectHost } from '../stream/connect-host.ts';
import type { Dial } from '../stream/stream-client.ts';
import { StreamServer } from '../stream/stream-server.ts';
import { tcpEnds, tcpPlace } from '../stream/tcp-place.ts';
import { secureDial } from '../tls/index.ts';
import type { LaneOptions } from './lane.ts';
import { type LaneMakers, laneMakers } from './lane-makers.ts';
import { Pair } from './pair.ts';

/** Accepts clients and opens a connection to the target for each; bytes of one side are sent to the other. */
export class TcpProxy implements Runner {
	readonly #server: StreamServer;
	readonly #pairs = new Set<Pair>();
	readonly #record: EndpointRecord;
	readonly #seed: number;
	#makers: LaneMakers;
	#faults: ProxyFaults;
	#lastOrdinal = 0;
	#onLastGone: (() => void) | undefined;

	constructor(record: EndpointRecord, config: TcpProxyConfig) {
		const dial = dialTarget(record, config);
		const { host: address, port } = config.target;
		const targetName = formatSocketAddress({ address, port });
		this.#record = record;
		this.#seed = config.seed;
		this.#makers = laneMakers(config, record.draws);
		this.#faults = config.faults;
		this.#server = new StreamServer(record, tcpPlace(config, record), (socket, opening, onClosed) => {
			this.#lastOrdinal++;
			const ordinal = this.#lastOrdinal;
			const lane = (direction: ProxyDirection) => this.#lane(direction, ordinal);
			const onGone = () => this.#gone(pair);
			const pair = new Pair({ record, dial, ordinal, lane, targetName, onGone }, socket, opening, onClosed);
			this.#pairs.add(pair);
			pair.configure(this.#faults);
			return pair.client;
		});
	}

	open(): Promise<void> {
		return this.#server.open();
	}

	async close(): Promise<void> {
		for (const pair of this.#pairs) pair.close();
		await this.#server.close();
		if (this.#pairs.size > 0) await new Promise<void>((resolve) => (this.#onLastGone = resolve));
		for (const one of Object.values(this.#makers.rewriting)) one.stop();
	}

	/** A message to a whole proxy has no direction: messages go to a connection. */
	targets(): LiveConnection[] {
		return [];
	}

	cutWith(toTarget: () => Framer, toClient: () => Framer): void {
		// A length head depends on the framing: compile the rules again too.
		const { config, draws } = this.#record;
		if ('rewrite' in config && 'framing' in config) this.#makers = laneMakers(config, draws);
		const { rewriting } = this.#makers;
		for (const pair of this.#pairs) {
			pair.lane('toTarget').cutWith(toTarget(), rewriting.toTarget);
			pair.lane('toClient').cutWith(toClient(), rewriting.toClient);
		}
	}

	setFaults(faults: ProxyFaults | undefined, connection?: number): void {
		if (connection === undefined) {
			this.#faults = faults ?? { toTarget: {}, toClient: {} };
			for (const pair of this.#pairs) pair.configure(this.#faults);
			return;
		}
		for (const pair of this.#pairs) if (pair.has(connection)) pair.setOwn(faults, this.#faults);
	}

	#lane(direction: ProxyDirection, ordinal: number): Pick<LaneOptions, 'chance' | 'framer' | 'rewriting'> {
		return {
			chance: new Chance(this.#seed, ordinal, direction),
			framer: this.#makers.framer[direction](),
			rewriting: this.#makers.rewriting[direction],
		};
	}

	#gone(pair: Pair): void {
		this.#pairs.delete(pair);
		if (this.#pairs.size === 0) this.#onLastGone?.();
	}
}

function dialTarget(
	{ context, pathWords }: EndpointRecord,
	{ target, family, noDelay, connectTimeoutMs, targetTls }: TcpProxyConfig,
): Dial {
	const place = { ...target, family, noDelay, connectTimeoutMs, localPort: 0 };
	return {
		connect: secureDial(
			(signal, tell) => connectHost(place, signal, tell),
			targetTls,
			place,
			context.authority,
			pathWords,
		),
		ends: tcpEnds,
		mirrored: ({ address, port }) => context.bound.receiver('tcp', address, port) !== undefined,
	};
}
