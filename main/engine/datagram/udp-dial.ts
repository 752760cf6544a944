import type { Socket } from 'node:dgram';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import type { Outlet } from '../core/outlet.ts';
import { type Attempt, errorText, toWirebenchError } from '../errors/errno.ts';
import { Trial } from './udp-trial.ts';

/** Errors of an address where nobody can be reached: refusals by ICMP. */
const UNREACHED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN']);

export interface DialOptions<S> {
	/** The addresses to try, in order, and their port. */
	readonly addresses: readonly string[];
	readonly port: number;
	readonly verb: Attempt['verb'];
	/** A socket that is connected to an address. */
	open(address: string): Promise<S>;
	outlet(opened: S): Outlet;
	/** Reports the result of an address; not for a single one. */
	tell(text: string, says?: Sentence): void;
	/** A refusal has moved on to this address: earlier datagrams are sent there once this returns. */
	moved(opened: S, address: string): void;
	/** Another address was needed, and none is left. */
	failed(error: WirebenchError): void;
	/** The last address has refused a resent datagram. */
	refusedAgain(error: WirebenchError): void;
	/** The system has taken a datagram again. */
	resent(bytes: Uint8Array): void;
}

/**
 * Sends datagrams to the first of several addresses that does not refuse. Only a refusal shows that nobody is there,
 * and it follows a sent datagram: until an answer has arrived, a refusal moves on to the next address, and earlier
 * datagrams are sent there again.
 */
export class UdpDial<S> {
	readonly #options: DialOptions<S>;
	readonly #left: string[];
	readonly #trial: Trial | undefined;
	#address = '';
	#since = 0;
	#moving: Promise<void> | undefined;
	#over = false;

	constructor(options: DialOptions<S>) {
		this.#options = options;
		this.#left = [...options.addresses];
		if (this.#left.length > 1) {
			this.#trial = new Trial({
				refused: (error) => this.refused(error),
				resent: (bytes) => options.resent(bytes),
				refusedAgain: (error) => options.refusedAgain(this.#wrapped(error)),
			});
		}
	}

	/** The first address to which a socket can be connected at all. Rejects with a WirebenchError. */
	async first(): Promise<{ readonly opened: S; readonly address: string }> {
		const opened = await this.#next();
		this.#trial?.use(this.#options.outlet(opened));
		return { opened, address: this.#address };
	}

	/** The outlet, independent of the current address. */
	outlet(opened: S): Outlet {
		return this.#trial ?? this.#options.outlet(opened);
	}

	/** Returns whether a refusal moves on to another address. */
	refused(error: Error): boolean {
		if (this.#moving !== undefined) return true;
		const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
		if (this.#over || this.#left.length === 0 || this.#trial?.settled !== false || !UNREACHED.has(code)) return false;
		this.#trial.hold();
		this.#tellOf(this.#wrapped(error));
		this.#moving = this.#move(this.#trial);
		return true;
	}

	/** An answer was received. Cheap: called for every datagram. */
	answered(): void {
		if (this.#over || this.#moving !== undefined) return;
		this.#over = true;
		if (this.#trial === undefined) return;
		this.#trial.settle();
		this.#options.tell(eventTexts.answered({ place: this.#place, ms: this.#ms }));
	}

	/** Keeps the current address, with or without an answer. False while another one is being tried. */
	settle(): boolean {
		if (this.#moving !== undefined) return false;
		this.#over = true;
		this.#trial?.settle();
		return true;
	}

	/** Stops trying addresses; resolves when none is being tried. */
	async close(error: WirebenchError): Promise<void> {
		this.#over = true;
		this.#left.length = 0;
		await this.#moving;
		this.#trial?.abandon(error);
	}

	async #move(trial: Trial): Promise<void> {
		try {
			const opened = await this.#next();
			this.#moving = undefined;
			this.#options.moved(opened, this.#address);
			trial.use(this.#options.outlet(opened));
			if (this.#left.length === 0) trial.settle();
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			this.#moving = undefined;
			this.#options.failed(error);
			trial.abandon(error);
		}
	}

	async #next(): Promise<S> {
		for (;;) {
			this.#address = this.#left.shift() ?? '';
			this.#since = performance.now();
			try {
				return await this.#options.open(this.#address);
			} catch (thrown) {
				const error = this.#wrapped(thrown);
				if (this.#left.length === 0) throw error;
				this.#tellOf(error);
			}
		}
	}

	#wrapped(thrown: unknown): WirebenchError {
		const { verb, port } = this.#options;
		return toWirebenchError(thrown, { verb, address: this.#address, port, target: this.#place });
	}

	#tellOf(error: WirebenchError): void {
		this.#options.tell(eventTexts.failedAfter({ ms: this.#ms, why: errorText(error) }), error.details.says);
	}

	get #place(): string {
		return formatSocketAddress({ address: this.#address, port: this.#options.port });
	}

	get #ms(): number {
		return Math.round((performance.now() - this.#since) * 10) / 10;
	}
}

/** Connects a socket to one remote address, for which the kernel then reports refusals. */
export function connectUdp(socket: Socket, port: number, address: string): Promise<void> {
	return new Promise((resolve, reject) => {
		socket.connect(port, address, (error?: Error) => (error ? reject(error) : resolve()));
	});
}
