import type { Socket } from 'node:dgram';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { type Attempt, errorText, toWirebenchError } from '../errors/errno.ts';
import type { Outlet } from './udp-peer.ts';
import { Trial } from './udp-trial.ts';

/** What an address does that nobody can be reached at: refusals come back by ICMP. */
const UNREACHED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN']);

export interface DialOptions<S> {
	/** The addresses to try, in order, and their port. */
	readonly addresses: readonly string[];
	readonly port: number;
	readonly verb: Attempt['verb'];
	/** A socket that is connected to an address. */
	open(address: string): Promise<S>;
	outlet(opened: S): Outlet;
	/** What became of an address; not of the only one. */
	tell(text: string): void;
	/** A refusal has led on to this address: what has been sent goes there once it returns. */
	moved(opened: S, address: string): void;
	/** Another address was to be tried, and none is left. */
	failed(error: WirebenchError): void;
	/** The last address has refused what was sent again. */
	refusedAgain(error: WirebenchError): void;
	/** The system has taken a datagram once more. */
	resent(bytes: Uint8Array): void;
}

/**
 * The way of datagrams to the first address of several that does not refuse. Only a refusal says that nobody is there, and
 * it comes after something was sent: until an answer has come, it leads on to the next address, and what was sent goes there.
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

	/** What sends, whichever address it is. */
	outlet(opened: S): Outlet {
		return this.#trial ?? this.#options.outlet(opened);
	}

	/** Whether a refusal leads on to another address. */
	refused(error: Error): boolean {
		if (this.#moving !== undefined) return true;
		const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
		if (this.#over || this.#left.length === 0 || this.#trial?.settled !== false || !UNREACHED.has(code)) return false;
		this.#trial.hold();
		this.#tellOf(this.#wrapped(error));
		this.#moving = this.#move(this.#trial);
		return true;
	}

	/** An answer has come. Cheap: it is called for every datagram. */
	answered(): void {
		if (this.#over || this.#moving !== undefined) return;
		this.#over = true;
		if (this.#trial === undefined) return;
		this.#trial.settle();
		this.#options.tell(`${this.#place} answered after ${this.#ms} ms.`);
	}

	/** The address is the one, answer or not. False while another one is being tried. */
	settle(): boolean {
		if (this.#moving !== undefined) return false;
		this.#over = true;
		this.#trial?.settle();
		return true;
	}

	/** Tries no further address; resolves when none is being tried. */
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
		this.#options.tell(`After ${this.#ms} ms: ${errorText(error)}`);
	}

	get #place(): string {
		return formatSocketAddress({ address: this.#address, port: this.#options.port });
	}

	get #ms(): number {
		return Math.round((performance.now() - this.#since) * 10) / 10;
	}
}

/** Ties a socket to one remote address, of which the kernel then reports refusals. */
export function connectUdp(socket: Socket, port: number, address: string): Promise<void> {
	return new Promise((resolve, reject) => {
		socket.connect(port, address, (error?: Error) => (error ? reject(error) : resolve()));
	});
}
