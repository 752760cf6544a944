import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, type ViewportSize } from '@playwright/test';
import { WebSocket } from 'ws';
import { contract } from '../../common/contract/index.ts';
import { createRpcClient } from '../../common/rpc/client.ts';
import { connectWebSocket } from '../../common/rpc/websocket-like.ts';
import { type HostClient, type HostState, hasHistory, putBack, stateOf } from './host-state.ts';
import { type BrowserHost, startBrowserHost } from './launch.ts';

/** Nothing moves: a click need not wait until what it goes to stands still. */
export const PAGE_MEDIA = { reducedMotion: 'reduce', colorScheme: 'light' } as const;

/**
 * A browser host and its page that serve the tests of a worker one after the other. Between two tests the page is
 * loaded anew and the host is put back to what it was when it had started, through the contract alone.
 */
export class SharedHost {
	readonly page: Page;
	readonly #host: BrowserHost;
	readonly #folder: string;
	readonly #client: HostClient;
	readonly #fresh: HostState;

	private constructor(page: Page, host: BrowserHost, folder: string, client: HostClient, fresh: HostState) {
		this.page = page;
		this.#host = host;
		this.#folder = folder;
		this.#client = client;
		this.#fresh = fresh;
	}

	static async start(context: BrowserContext): Promise<SharedHost> {
		const folder = await mkdtemp(join(tmpdir(), 'wirebench-e2e-'));
		const host = await startBrowserHost(folder);
		const { host: address, searchParams } = new URL(host.url);
		const headers = { authorization: `Bearer ${searchParams.get('token')}` };
		const client = createRpcClient(contract, () => connectWebSocket(new WebSocket(`ws://${address}/rpc`, { headers })));
		// The list of captures is made when somebody wants it first.
		await client.call('captureLibraryLook', {});
		const page = await context.newPage();
		// While somebody listens, Playwright answers the dialog for files: switched on by the test that wants one, it came too late.
		page.on('filechooser', () => undefined);
		return new SharedHost(page, host, folder, client, await stateOf(client));
	}

	/** Loads the page anew, in this size and as a new window would be otherwise. */
	async load(viewport: ViewportSize | null): Promise<void> {
		if (viewport !== null) await this.page.setViewportSize(viewport);
		await this.page.emulateMedia(PAGE_MEDIA);
		await this.page.goto(this.#host.url);
	}

	/** Leaves the app: its connection ends, and nothing of what a test does comes to the host any more. */
	async leave(): Promise<void> {
		await this.page.evaluate(() => localStorage.clear());
		await this.page.unrouteAll();
		// A page of the same site keeps the process that has the scripts compiled.
		await this.page.goto(new URL('/', this.#host.url).href);
	}

	/** Puts the host back, and fails when it is not as it was at first. Whether another test can have it. */
	async putBack(): Promise<boolean> {
		await putBack(this.#client);
		await expect
			.poll(() => stateOf(this.#client), { message: 'the host is as a fresh one', timeout: 10_000 })
			.toEqual(this.#fresh);
		expect(this.#host.stderr(), 'stderr of the host').toBe('');
		return !(await hasHistory(this.#client));
	}

	async close(): Promise<void> {
		this.#client.close();
		await this.page.close();
		await this.#host.stop();
		await rm(this.#folder, { recursive: true, force: true });
	}
}
