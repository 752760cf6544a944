import type { After, Outlet } from '../core/outlet.ts';

/** Maximum of datagrams and bytes kept for another address: beyond them the current address is final. */
const KEPT_DATAGRAMS = 1024;
const KEPT_BYTES = 1024 * 1024;

interface Kept {
	readonly bytes: Uint8Array;
	/** The destination, while the socket is unconnected. */
	readonly to: readonly [number, string] | undefined;
	/** Until it was called. */
	after: After | undefined;
}

export interface TrialHooks {
	/** The address refused a datagram. True when another one is tried: earlier datagrams are sent there. */
	refused(error: Error): boolean;
	/** The system has taken a datagram again. */
	resent(bytes: Uint8Array): void;
	/** The system refused a datagram that it had taken before, for another address. */
	refusedAgain(error: Error): void;
}

/**
 * Datagrams to one of several addresses, before it is known whether somebody is there: kept, to be sent again to the
 * next one. Each datagram's callback is called once, in order.
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
		// The caller may reuse the buffer after the callback.
		const [to, after] = rest.length === 1 ? [undefined, rest[0]] : [[rest[0], rest[1]] as const, rest[2]];
		const one: Kept = { bytes: Uint8Array.from(bytes), to, after };
		this.#kept.push(one);
		this.#bytes += bytes.length;
		if (this.#outlet === undefined) return;
		this.#try(one, this.#outlet);
		if (this.#kept.length > KEPT_DATAGRAMS || this.#bytes > KEPT_BYTES) this.settle();
	}

	/** Whether its address is final. */
	get settled(): boolean {
		return this.#settled;
	}

	/** Holds datagrams until `use`. */
	hold(): void {
		this.#outlet = undefined;
	}

	/** Sends everything again, and all later datagrams, with another socket. */
	use(outlet: Outlet): void {
		this.#outlet = outlet;
		for (const one of this.#kept) this.#try(one, outlet);
	}

	/** No other address is left: stops keeping datagrams. */
	settle(): void {
		this.#settled = true;
		this.#kept = [];
	}

	/** No address is left: waiting datagrams fail. */
	abandon(error: Error): void {
		const waiting = this.#kept;
		this.settle();
		for (const one of waiting) call(one, error);
	}

	#try(one: Kept, outlet: Outlet): void {
		const after: After = (error) => {
			// Another address has replaced it.
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

/** Calls a pending callback; returns whether it was pending. */
function call(one: Kept, error: Error | null): boolean {
	const { after } = one;
	one.after = undefined;
	after?.(error);
	return after !== undefined;
}
