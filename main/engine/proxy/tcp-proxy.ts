import type { TcpProxyConfig } from '../../../common/contract/endpoint.ts';
import type { ProxyFaults } from '../../../common/contract/proxy.ts';
import { connectHost } from '../connect-host.ts';
import type { LiveConnection } from '../context.ts';
import type { EndpointRecord } from '../endpoint-record.ts';
import type { Runner } from '../runner.ts';
import type { Dial } from '../stream-client.ts';
import { StreamServer } from '../stream-server.ts';
import { tcpEnds, tcpPlace } from '../tcp-place.ts';
import { Pair } from './pair.ts';

/** Accepts clients and opens a connection to the target for each of them; what one side sends goes to the other. */
export class TcpProxy implements Runner {
	readonly #server: StreamServer;
	readonly #pairs = new Set<Pair>();
	#lastOrdinal = 0;
	#onLastGone: (() => void) | undefined;

	constructor(record: EndpointRecord, config: TcpProxyConfig) {
		const dial = dialTarget(record, config);
		this.#server = new StreamServer(record, tcpPlace(config), (socket, opening, onClosed) => {
			this.#lastOrdinal++;
			const onGone = () => this.#gone(pair);
			const pair = new Pair({ record, dial, ordinal: this.#lastOrdinal, onGone }, socket, opening, onClosed);
			this.#pairs.add(pair);
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
	}

	/** A message to a proxy as a whole would have to say which way it goes: it is sent to a connection. */
	targets(): LiveConnection[] {
		return [];
	}

	setFaults(faults: ProxyFaults | undefined, connection?: number): void {
		for (const pair of this.#pairs) if (connection !== undefined && pair.has(connection)) pair.setFaults(faults);
	}

	#gone(pair: Pair): void {
		this.#pairs.delete(pair);
		if (this.#pairs.size === 0) this.#onLastGone?.();
	}
}

function dialTarget({ context }: EndpointRecord, { target, family, noDelay, connectTimeoutMs }: TcpProxyConfig): Dial {
	const place = { ...target, family, noDelay, connectTimeoutMs, localPort: 0 };
	return {
		connect: (signal, tell) => connectHost(place, signal, tell),
		ends: tcpEnds,
		mirrored: ({ address, port }) => context.bound.receiver('tcp', address, port) !== undefined,
	};
}
