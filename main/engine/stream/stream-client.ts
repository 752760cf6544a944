import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { OptionInForce } from '../../../common/contract/config/socket-options.ts';
import type { Reconnect } from '../../../common/endpoints/index.ts';
import type { Framer } from '../../../common/framing/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import type { LiveConnection } from '../core/context.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { Runner } from '../core/runner.ts';
import { stopped } from '../errors/stopped.ts';
import { streamOptionsInForce } from '../options/stream-options.ts';
import { isFinal } from '../tls/index.ts';
import type { Tell, Waits } from './connect-host.ts';
import { StreamConnection } from './stream-connection.ts';

/** How a client connects, and the names of its ends. */
export interface Dial {
	/** Rejects with a WirebenchError; with `wrong-state` when it is cancelled. `tell` receives texts for notes, `waits` what it waits in. */
	connect(signal: AbortSignal, tell: Tell, waits?: Waits): Promise<Socket>;
	/** `id`: of the connection. */
	ends(socket: Socket, id: number): { readonly local: SocketAddress; readonly remote: SocketAddress };
	/** Whether the other end is an endpoint of this engine. */
	mirrored(remote: SocketAddress): boolean;
	/** What to note of each connection; left out: nothing. */
	readonly note?: string | undefined;
}

/**
 * One stream that we open. The endpoint stops when it closes, unless it reconnects: then it does so, after a delay that
 * doubles with each failure, until it is stopped, we end the connection ourselves, or the attempts are used up.
 */
export class StreamClient implements Runner {
	readonly #record: EndpointRecord;
	readonly #dial: Dial;
	readonly #reconnectAs: Reconnect | undefined;
	/** Called when there will be no connection any more, with the error if that is a failure. */
	readonly #onEnded: (error?: WirebenchError) => void;
	readonly #giveUp = new AbortController();
	#connection: StreamConnection | undefined;
	/** Settles when no attempt is in progress. */
	#attempting: Promise<void> = Promise.resolve();
	#onClosed: (() => void) | undefined;
	/** Consecutive failures. */
	#failed = 0;

	constructor(
		record: EndpointRecord,
		dial: Dial,
		reconnect: Reconnect | undefined,
		onEnded: (error?: WirebenchError) => void,
	) {
		this.#record = record;
		this.#dial = dial;
		this.#reconnectAs = reconnect;
		this.#onEnded = onEnded;
	}

	open(): Promise<void> {
		return this.#attempt(this.#connect());
	}

	async close(): Promise<void> {
		this.#giveUp.abort();
		await this.#attempting;
		if (!this.#connection) return;
		const closed = new Promise<void>((resolve) => (this.#onClosed = resolve));
		this.#connection.close();
		await closed;
	}

	targets(): LiveConnection[] {
		return this.#connection ? [this.#connection] : [];
	}

	cutWith(createFramer: () => Framer): void {
		this.#connection?.cutWith(createFramer());
	}

	applyOptions(): void {
		this.#connection?.applyOptions();
	}

	optionsInForce(): OptionInForce[] {
		return streamOptionsInForce(this.#record.config);
	}

	#attempt(work: Promise<void>): Promise<void> {
		this.#attempting = work.catch(() => undefined);
		return work;
	}

	/** Resolves when it is connected; rejects when it will not be. */
	async #connect(): Promise<void> {
		const { signal } = this.#giveUp;
		for (;;) {
			try {
				this.#connected(await this.#dialled(signal));
				return;
			} catch (thrown) {
				if (signal.aborted) throw stopped();
				if (!(thrown instanceof WirebenchError) || isFinal(thrown) || !this.#triesAgain()) throw thrown;
				this.#record.errorEvent(thrown);
				await this.#wait();
			}
		}
	}

	/** What it waits in is shown as long as it does. */
	async #dialled(signal: AbortSignal): Promise<Socket> {
		const record = this.#record;
		try {
			return await this.#dial.connect(
				signal,
				(text, says) => this.#tell(text, says),
				(call, to) => {
					record.connecting = { call, to, since: Date.now() };
					record.changed();
				},
			);
		} finally {
			record.connecting = undefined;
		}
	}

	/** After a connection that the peer ended. */
	async #reconnect(): Promise<void> {
		const record = this.#record;
		record.status = 'starting';
		record.local = undefined;
		record.changed();
		await this.#wait();
		await this.#connect();
		record.status = 'open';
		record.changed();
	}

	#triesAgain(): boolean {
		const reconnect = this.#reconnectAs;
		this.#failed++;
		return reconnect !== undefined && (reconnect.attempts === 0 || this.#failed <= reconnect.attempts);
	}

	async #wait(): Promise<void> {
		const reconnect = this.#reconnectAs;
		if (reconnect === undefined) return;
		const ms = Math.min(reconnect.maxMs, reconnect.firstMs * 2 ** Math.min(30, this.#failed - 1));
		const { tryingAgain, tryingAgainOf } = eventTexts;
		const [attempt, all] = [this.#failed, reconnect.attempts];
		this.#tell(all === 0 ? tryingAgain({ ms, attempt }) : tryingAgainOf({ ms, attempt, all }));
		try {
			await pause(ms, undefined, { signal: this.#giveUp.signal });
		} catch (error) {
			throw this.#giveUp.signal.aborted ? stopped() : error;
		}
	}

	#connected(socket: Socket): void {
		const id = this.#record.context.nextConnectionId();
		const { local, remote } = this.#dial.ends(socket, id);
		const opening = { id, role: 'opened', local, remote, mirrored: this.#dial.mirrored(remote) } as const;
		const since = performance.now();
		this.#record.local = local;
		const connection = new StreamConnection(this.#record, socket, opening, () => {
			this.#connection = undefined;
			this.#onClosed?.();
			this.#closed(connection, performance.now() - since);
		});
		this.#connection = connection;
		if (this.#dial.note !== undefined) connection.tell('note', this.#dial.note);
	}

	#closed(connection: StreamConnection, livedMs: number): void {
		// A server that accepts and closes at once must not be connected to ever faster.
		if (livedMs >= (this.#reconnectAs?.firstMs ?? 0)) this.#failed = 0;
		const { tlsFailure } = connection;
		if (tlsFailure !== undefined && !this.#giveUp.signal.aborted) {
			this.#onEnded(tlsFailure);
			return;
		}
		if (this.#giveUp.signal.aborted || connection.endedBy !== 'peer' || !this.#triesAgain()) {
			this.#onEnded();
			return;
		}
		this.#attempt(this.#reconnect()).catch((error: unknown) => {
			if (this.#giveUp.signal.aborted) return;
			this.#onEnded(error instanceof WirebenchError ? error : undefined);
		});
	}

	#tell(text: string, says?: Sentence): void {
		this.#record.endpointEvent('note', text, says);
	}
}
