import type { Outlet } from './udp-peer.ts';

/** Datagrams and bytes that are kept for another address, at most: past them the address that took them is the one. */
const KEPT_DATAGRAMS = 1024;
const KEPT_BYTES = 1024 * 1024;

type After = (error: Error | null) => void;

interface Kept {
	readonly bytes: Uint8Array;
	/** Where to, while the socket is connected to nobody. */
	readonly to: readonly [number, string] | undefined;
	/** Until it was called. */
	after: After | undefined;
}

export interface TrialHooks {
	/** The address refused a datagram. True when another one is tried: what was sent goes there. */
	refused(error: Error): boolean;
	/** The system has taken a datagram once more. */
	resent(bytes: Uint8Array): void;
	/** The system refused one that it had taken before, for another address. */
	refusedAgain(error: Error): void;
}

/**
 * What is sent to one of several addresses, before it is known whether somebody is there: kept, to be sent again to the next
 * one. Each datagram is called back for once, in order.
 */
export class Trial implements Outlet {
	readonly #hooks: TrialHooks;
	#outlet: Outlet | undefined;
	#kept: Kept[] = [];
	#bytes = 0;
	#settled = false;

	constructor(hooks: TrialHooks) {
		this.#hooks = hooks;
	}

	send(bytes: Uint8Array, after: After): void;
	send(bytes: Uint8Array, port: number, address: string, after: After): void;
	send(bytes: Uint8Array, ...rest: readonly [After] | readonly [number, string, After]): void {
		if (this.#settled && this.#outlet !== undefined) {
			if (rest.length === 1) this.#outlet.send(bytes, rest[0]);
			else this.#outlet.send(bytes, ...rest);
			return;
		}
		// Whoever sends may use the buffer again once it was called back.
		const [to, after] = rest.length === 1 ? [undefined, rest[0]] : [[rest[0], rest[1]] as const, rest[2]];
		const one: Kept = { bytes: Uint8Array.from(bytes), to, after };
		this.#kept.push(one);
		this.#bytes += bytes.length;
		if (this.#outlet === undefined) return;
		this.#try(one, this.#outlet);
		if (this.#kept.length > KEPT_DATAGRAMS || this.#bytes > KEPT_BYTES) this.settle();
	}

	/** Whether what is sent goes to its address alone. */
	get settled(): boolean {
		return this.#settled;
	}

	/** What is sent waits for `use`. */
	hold(): void {
		this.#outlet = undefined;
	}

	/** Sends everything again, and what follows, by another socket. */
	use(outlet: Outlet): void {
		this.#outlet = outlet;
		for (const one of this.#kept) this.#try(one, outlet);
	}

	/** There is no other address any more: nothing is kept from here on. */
	settle(): void {
		this.#settled = true;
		this.#kept = [];
	}

	/** No address is left: what waits has failed. */
	abandon(error: Error): void {
		const waiting = this.#kept;
		this.settle();
		for (const one of waiting) call(one, error);
	}

	#try(one: Kept, outlet: Outlet): void {
		const after: After = (error) => {
			// Another address has it by now.
			if (this.#outlet !== outlet) return;
			if (error !== null && this.#hooks.refused(error)) return;
			if (call(one, error)) return;
			if (error === null) this.#hooks.resent(one.bytes);
			else this.#hooks.refusedAgain(error);
		};
		if (one.to === undefined) outlet.send(one.bytes, after);
		else outlet.send(one.bytes, ...one.to, after);
	}
}

/** Whether it was to be called back for still. */
function call(one: Kept, error: Error | null): boolean {
	const { after } = one;
	one.after = undefined;
	after?.(error);
	return after !== undefined;
}
