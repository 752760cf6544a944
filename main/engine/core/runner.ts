import type { ProxyFaults } from '../../../common/contract/config/proxy.ts';
import type { OptionInForce } from '../../../common/contract/config/socket-options.ts';
import type { Framer } from '../../../common/framing/index.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import type { LiveConnection } from './context.ts';

/**
 * Whether many datagrams are read and sent with one call, and otherwise why they are not. `thread`: they are read by the receiving
 * thread.
 */
export type DatagramCalls =
	| { readonly many: true; readonly thread: boolean }
	| { readonly many: false; readonly why: Said | undefined };

/** One run of an endpoint: the sockets of a kind, from start to stop. */
export interface Runner {
	/** Resolves when it listens, is connected or is bound. Fails with a WirebenchError; then nothing is left open. */
	open(): Promise<void>;
	/** Closes everything at once; resolves when every socket is closed. Makes a pending `open` fail. */
	close(): Promise<void>;
	/** The connections that receive a message to the endpoint. */
	targets(): LiveConnection[];
	/** For streams: replaces the framers for later bytes, one per stream; `out` for sent data. */
	cutWith?(createFramer: () => Framer, out: () => Framer): void;
	/** For datagrams: uses rules in the charset of the endpoint's current config. Streams: `cutWith`, which follows. */
	recode?(): void;
	/** For proxies: replaces the faults; with a connection only that one's, where undefined restores the proxy's. */
	setFaults?(faults: ProxyFaults | undefined, connection?: number): void;
	/** Applies the endpoint's current options to the open sockets. */
	applyOptions?(): void;
	/** The options in force. */
	optionsInForce?(): OptionInForce[];
	/** For UDP: how the datagrams of its sockets are read and sent. */
	datagramCalls?(): DatagramCalls | undefined;
	/** For datagrams: the peer at an address, or at the configured remote. */
	peer?(to: { host: string; port: number } | undefined): Promise<LiveConnection>;
	/** For Unix datagrams: the peer at a path, or at the configured remote. */
	peerAt?(path: string | undefined): Promise<LiveConnection>;
}
