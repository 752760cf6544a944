import type { After, Outlet } from '../core/outlet.ts';

/** The outlet of one peer, which has a fixed destination: address and port are ignored. */
export class PeerOutlet implements Outlet {
	readonly #work: (bytes: Uint8Array, after: After) => void;

	constructor(work: (bytes: Uint8Array, after: After) => void) {
		this.#work = work;
	}

	send(bytes: Uint8Array, after: After): void;
	send(bytes: Uint8Array, port: number, address: string, after: After): void;
	send(bytes: Uint8Array, ...rest: readonly [After] | readonly [number, string, After]): void {
		this.#work(bytes, rest.length === 1 ? rest[0] : rest[2]);
	}
}
