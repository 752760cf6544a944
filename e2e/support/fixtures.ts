import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, expect, type Page, type TestInfo, type ViewportSize } from '@playwright/test';
import type { Circumstances } from '../electron-double/messages.ts';
import { whyNoElectron } from './electron-runtime.ts';
import { endClient, offerClient } from './host-client.ts';
import { type App, launchBrowserHost, launchDouble, launchElectron, type Running } from './launch.ts';
import { WorkerPages, watch } from './worker-pages.ts';

export { expect } from '@playwright/test';
export type { Running } from './launch.ts';

/**
 * Tag of tests for what differs between hosts: a start, choosing, dropping and saving files, a restart, and the main
 * job by keyboard. They run on every host, the others on all of them only in the deep tier (playwright.config.ts).
 */
export const EVERY_HOST = '@every-host';

export type Host = 'browser' | 'electron-double' | 'electron';

interface TestFixtures {
	/**
	 * A started and loaded Wirebench. In the browser host it is one process for the tests of a worker, which is reset
	 * after each and fails a test that leaves something behind; in the other hosts a separate process. Console errors and
	 * page errors fail the test.
	 */
	readonly app: App;
	/** Its page. */
	readonly workbench: Page;
	/** Set by `sharePage`. */
	readonly sharesPage: boolean;
	/** A folder for the test's files, and the data folder of what `open` starts. New, and removed after the test. */
	readonly dataFolder: string;
	/**
	 * Starts a separate Wirebench on the test's data folder: for tests that start it more than once, end it, or read the
	 * folder. Those still running at the end are closed. The Electron double accepts circumstances.
	 */
	readonly open: (circumstances?: Circumstances) => Promise<Running>;
	/** Console errors and page errors so far. A test that causes one on purpose removes it. */
	readonly problems: string[];
}

interface WorkerFixtures {
	readonly host: Host;
	/** Started at first use: the real Electron has its own. */
	readonly chromium: () => Promise<Browser>;
	readonly pages: WorkerPages;
}

/** Waits until the page can be used. */
export async function ready(page: Page): Promise<void> {
	// Only then is it mounted with its settings: earlier keys are ignored, and earlier changes overwritten.
	await expect(page.getByRole('button', { name: 'New endpoint' })).toBeVisible();
	// Available actions depend on the host: its name is in the status bar once its info has arrived.
	await expect(page.getByRole('contentinfo').getByText(/^(browser host|Electron)$/)).toBeVisible();
}

/** Where the runtime was brought on purpose, a skipped test would prove nothing. */
function skipWithoutElectron(host: Host, testInfo: TestInfo): void {
	const missing = host === 'electron' ? whyNoElectron() : undefined;
	if (missing !== undefined && process.env.WIREBENCH_REQUIRE_ELECTRON === '1') throw new Error(missing);
	testInfo.skip(missing !== undefined, missing ?? '');
}

interface Start {
	readonly host: Host;
	readonly pages: WorkerPages;
	readonly dataFolder: string;
	readonly viewport?: ViewportSize | null;
	readonly circumstances?: Circumstances | undefined;
}

async function launch({ host, pages, dataFolder, viewport, circumstances }: Start): Promise<Running> {
	if (host === 'electron') {
		return launchElectron(
			dataFolder,
			(context) => watch(context, (problem) => pages.note(problem)),
			circumstances?.args,
		);
	}
	return host === 'electron-double'
		? launchDouble(await pages.windows(), dataFolder, circumstances)
		: launchBrowserHost(await pages.context(), dataFolder, { viewport: viewport ?? null });
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
	host: ['browser', { option: true, scope: 'worker' }],

	chromium: [
		async ({ playwright, launchOptions }, use) => {
			let browser: Promise<Browser> | undefined;
			await use(() => {
				browser ??= playwright.chromium.launch(launchOptions);
				return browser;
			});
			await (await browser)?.close();
		},
		{ scope: 'worker' },
	],

	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs
	dataFolder: async ({}, use) => {
		const folder = await mkdtemp(join(tmpdir(), 'wirebench-e2e-'));
		await use(folder);
		await rm(folder, { recursive: true, force: true });
	},

	pages: [
		async ({ chromium }, use) => {
			const pages = new WorkerPages(chromium);
			await use(pages);
			await pages.close();
		},
		{ scope: 'worker' },
	],

	problems: async ({ pages }, use) => {
		const problems: string[] = [];
		pages.noteIn(problems);
		await use(problems);
		pages.noteIn(undefined);
		expect(problems, 'errors in the console or the page').toEqual([]);
	},

	open: async ({ host, pages, dataFolder, problems: _problems, viewport }, use, testInfo) => {
		skipWithoutElectron(host, testInfo);
		const running = new Set<Running>();
		await use(async (circumstances) => {
			const started = await launch({ host, pages, dataFolder, viewport, circumstances });
			const entry: Running = {
				...started,
				async close() {
					running.delete(entry);
					await started.close();
				},
			};
			running.add(entry);
			await ready(entry.page);
			return entry;
		});
		for (const entry of running) await entry.close();
	},

	sharesPage: [false, { option: true }],

	app: async ({ host, open, pages, problems: _problems, viewport, sharesPage }, use, testInfo) => {
		if (host !== 'browser') {
			const running = await open();
			const { page, double } = running;
			if (double !== undefined) offerClient(page, () => double.transport());
			await use(running);
			endClient(page);
			return;
		}
		const by = sharesPage ? testInfo.file : undefined;
		const shared = await pages.shared(viewport, by);
		await ready(shared.page);
		await use(shared);
		// After a failure the worker ends, and its host with it.
		if (testInfo.status === testInfo.expectedStatus) await pages.putBack(by);
	},

	workbench: ({ app }, use) => use(app.page),
});

/**
 * Leaves the page of the shared host open between the tests of the file, in their order. The host and the kept view (filter,
 * centre, selection, drafts) are reset; each test closes what it opens, and depends on no other part of the window.
 */
export function sharePage(): void {
	test.describe.configure({ mode: 'default' });
	test.use({ sharesPage: true });
}

/**
 * One Wirebench for the tests of a file or a `describe` block, in their order: each leaves it fit for the next one.
 * Console errors and page errors fail the test that caused them.
 */
export function shareOne(): () => Running {
	test.describe.configure({ mode: 'default' });
	let folder: string | undefined;
	let running: Running | undefined;
	test.beforeAll(async ({ host, pages }, testInfo) => {
		skipWithoutElectron(host, testInfo);
		folder = await mkdtemp(join(tmpdir(), 'wirebench-e2e-'));
		running = await launch({ host, pages, dataFolder: folder });
		await ready(running.page);
	});
	test.beforeEach(({ problems }) => expect(problems).toEqual([]));
	test.afterAll(async () => {
		await running?.close();
		if (folder !== undefined) await rm(folder, { recursive: true, force: true });
	});
	return () => {
		if (running === undefined) throw new Error('It is started before the first test.');
		return running;
	};
}
