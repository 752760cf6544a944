import type { Page } from '@playwright/test';
import { contract } from '../../common/contract/index.ts';
import { createRpcClient } from '../../common/rpc/client.ts';
import type { Transport } from '../../common/rpc/transport.ts';
import type { HostClient } from './host-state.ts';

/** The client of a page's host, connected at first use. */
class Offer {
	readonly #connect: () => Promise<Transport>;
	#client: HostClient | undefined;

	constructor(connect: () => Promise<Transport>) {
		this.#connect = connect;
	}

	get client(): HostClient {
		this.#client ??= createRpcClient(contract, this.#connect);
		return this.#client;
	}

	end(): void {
		this.#client?.close();
	}
}

const offers = new WeakMap<Page, Offer>();

/** Lets tests call the host of a page directly, until `endClient`. */
export function offerClient(page: Page, connect: () => Promise<Transport>): void {
	offers.set(page, new Offer(connect));
}

/** The tests' own client of the host of a page; undefined where tests have no way into the host. */
export const clientOf = (page: Page): HostClient | undefined => offers.get(page)?.client;

/** The same where a test cannot do without. */
export function requireClient(page: Page): HostClient {
	const client = clientOf(page);
	if (client === undefined) throw new Error('Tests have no way into the host of this page.');
	return client;
}

/** To be called before the host of the page ends. */
export function endClient(page: Page): void {
	offers.get(page)?.end();
	offers.delete(page);
}
