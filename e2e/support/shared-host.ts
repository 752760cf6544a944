import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, type ViewportSize } from '@playwright/test';
import { WebSocket } from 'ws';
import { connectWebSocket } from '../../common/rpc/websocket-like.ts';
import { endClient, offerClient, requireClient } from './host-client.ts';
import {
	DEFAULT_SETTINGS,
	forgetView,
	type HostClient,
	type HostState,
	hasHistory,
	putBack,
	stateOf,
} from './host-state.ts';
import { type BrowserHost, startBrowserHost } from './launch.ts';
import { PAGE_MEDIA } from './page-media.ts';

const elsewhere = (folder: string): string => join(folder, 'elsewhere.wirebench.json');

/** The filter of the other workspace: the page shows it when it has changed over. */
const MARK = 'kind:note';
const ELSEWHERE = JSON.stringify({ wirebench: 1, layout: { view: 'log', filter: MARK } });

/**
 * A browser host and its page for the tests of a worker, one after the other. Between two tests the page is reloaded
 * and the host is reset to its initial state, through the contract alone.
 */
export class SharedHost {
	readonly page: Page;
	readonly dataFolder: string;
	readonly #host: BrowserHost;
	readonly #client: HostClient;
	readonly #fresh: HostState;

	private constructor(page: Page, host: BrowserHost, folder: string, client: HostClient, fresh: HostState) {
		this.page = page;
		this.#host = host;
		this.dataFolder = folder;
		this.#client = client;
		this.#fresh = fresh;
	}

	static async start(context: BrowserContext): Promise<SharedHost> {
		const folder = await mkdtemp(join(tmpdir(), 'wirebench-e2e-'));
		const host = await startBrowserHost(folder);
		const { host: address, searchParams } = new URL(host.url);
		const headers = { authorization: `Bearer ${searchParams.get('token')}` };
		const page = await context.newPage();
		offerClient(page, () => connectWebSocket(new WebSocket(`ws://${address}/rpc`, { headers })));
		const client = requireClient(page);
		// The list of captures is built on first request.
		await client.call('captureLibraryLook', {});
		await writeFile(elsewhere(folder), ELSEWHERE);
		// With a listener, Playwright answers the file dialog: enabling it in the test that needs it was too late.
		page.on('filechooser', () => undefined);
		// A new host stores its workspace at first: the state to compare with is the one after that.
		await expect.poll(async () => (await stateOf(client)).workspace.saved).toBe(true);
		return new SharedHost(page, host, folder, client, await stateOf(client));
	}

	/** Reloads the page in this size, otherwise like a new window. */
	async load(viewport: ViewportSize | null): Promise<void> {
		await this.resize(viewport);
		await this.page.emulateMedia(PAGE_MEDIA);
		await this.page.goto(this.#host.url);
	}

	/** Clears the open page, whose host has been reset: a workspace that is opened again shows its kept view, an empty one. */
	async #clear(): Promise<void> {
		let rounds = 0;
		// Until it has left the workspace, the page may keep what it shows. Of a workspace that it opens again it shows what is kept.
		do await this.#reopen();
		while (!(await forgetView(this.#client)) && ++rounds < 5);
		expect(rounds, 'rounds until the kept view is empty').toBeLessThan(5);
		await this.page.mouse.move(0, 0);
		await this.page.evaluate(() => {
			// A workspace does not keep whether the log follows.
			const left = '.toast [aria-label="Dismiss"], [aria-label="Follow new rows"][aria-pressed="false"]';
			for (const button of document.querySelectorAll<HTMLElement>(left)) button.click();
			if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		});
	}

	/** Has the page leave the workspace and come back. */
	async #reopen(): Promise<void> {
		const filter = this.page.getByRole('combobox', { name: 'Filter', exact: true });
		await this.#client.call('workspaceOpen', { path: elsewhere(this.dataFolder), stopRunning: true });
		await expect(filter).toHaveValue(MARK);
		// The page has asked for the view: what it sent before, such as a setting that the last click has changed, has arrived.
		await this.#client.call('settingsUpdate', DEFAULT_SETTINGS);
		await this.#client.call('workspaceOpen', { stopRunning: true });
		// What it shows now may be a view that was kept late.
		await expect(filter).not.toHaveValue(MARK);
	}

	/** Gives the open page this size. */
	async resize(viewport: ViewportSize | null): Promise<void> {
		if (viewport !== null) await this.page.setViewportSize(viewport);
	}

	/** Leaves the app: its connection ends, and later test actions do not reach the host. */
	async leave(): Promise<void> {
		await this.page.unrouteAll();
		// A page of the same site keeps the process with the compiled scripts.
		await this.page.goto(new URL('/', this.#host.url).href);
		// A page that is left keeps its view.
		await this.page.evaluate(() => {
			localStorage.clear();
			sessionStorage.clear();
		});
	}

	/**
	 * Resets the host, and the page where it stays open; fails when the state differs from the initial one. Returns whether
	 * another test can use it.
	 */
	async putBack({ isOpen }: { readonly isOpen: boolean }): Promise<boolean> {
		await putBack(this.#client);
		const isUsable = !(await hasHistory(this.#client));
		if (isOpen && isUsable) await this.#clear();
		await expect
			.poll(() => stateOf(this.#client), { message: 'the host is as a fresh one', timeout: 60_000 })
			.toEqual(this.#fresh);
		expect(this.#host.stderr(), 'stderr of the host').toBe('');
		return isUsable;
	}

	async close(): Promise<void> {
		endClient(this.page);
		await this.page.close();
		await this.#host.stop();
		await rm(this.dataFolder, { recursive: true, force: true });
	}
}
