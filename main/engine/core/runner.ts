import type { ProxyFaults } from '../../../common/contract/config/proxy.ts';
import type { OptionInForce } from '../../../common/contract/config/socket-options.ts';
import type { Framer } from '../../../common/framing/index.ts';
import type { LiveConnection } from './context.ts';

/** One run of an endpoint: the sockets of a kind, from start to stop. */
export interface Runner {
	/** Resolves when it listens, is connected or is bound. Fails with a WirebenchError; then nothing is left open. */
	open(): Promise<void>;
	/** Closes everything at once; resolves when every socket is closed. Makes a pending `open` fail. */
	close(): Promise<void>;
	/** The connections that a message to the endpoint goes to. */
	targets(): LiveConnection[];
	/** For streams: what comes from here on is cut by other framers, of which each stream gets one; `out` for what we send. */
	cutWith?(createFramer: () => Framer, out: () => Framer): void;
	/** For proxies: what goes wrong from here on; with one of its connections for that one, undefined for what all have. */
	setFaults?(faults: ProxyFaults | undefined, connection?: number): void;
	/** Changes the options of the open sockets to what the endpoint's config says now. */
	applyOptions?(): void;
	/** The options in force. */
	optionsInForce?(): OptionInForce[];
	/** For datagrams: the peer at an address, or at the configured remote. */
	peer?(to: { host: string; port: number } | undefined): Promise<LiveConnection>;
	/** For Unix datagrams: the peer at a path, or at the configured remote. */
	peerAt?(path: string | undefined): Promise<LiveConnection>;
}
