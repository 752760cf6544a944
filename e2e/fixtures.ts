import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { launchBrowserHost, launchDouble, launchElectron, type Running, whyNoElectron } from './launch.ts';

export { expect } from '@playwright/test';
export type { Running } from './launch.ts';

export type Host = 'browser' | 'electron-double' | 'electron';

interface TestFixtures {
	/** The running app, loaded, with a data folder of its own. Console errors and page errors fail the test. */
	readonly workbench: Page;
	/** Fresh for each test, and removed after it. */
	readonly dataFolder: string;
	/**
	 * Starts Wirebench on the test's data folder, for tests that start it more than once. What is still running at
	 * the end is closed.
	 */
	readonly open: () => Promise<Running>;
	/** Console errors and page errors so far. A test that causes one on purpose takes it out. */
	readonly problems: string[];
}

interface WorkerFixtures {
	readonly host: Host;
	/** Started at first use: the real Electron brings its own. */
	readonly chromium: () => Promise<Browser>;
}

/** Notes whatever goes wrong in any page of the context. */
function watch(context: BrowserContext, problems: string[]): void {
	context.on('console', (message) => {
		if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
	});
	context.on('weberror', (error) => problems.push(`page: ${error.error().stack ?? error.error().message}`));
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

	// biome-ignore lint/correctness/noEmptyPattern: as above
	problems: async ({}, use) => {
		const problems: string[] = [];
		await use(problems);
		expect(problems, 'errors in the console or the page').toEqual([]);
	},

	open: async ({ host, chromium, dataFolder, problems, viewport }, use, testInfo) => {
		const missing = host === 'electron' ? whyNoElectron() : undefined;
		testInfo.skip(missing !== undefined, missing ?? '');
		const running = new Set<Running>();
		const contexts: BrowserContext[] = [];
		const newContext = async () => {
			const context = await (await chromium()).newContext({ viewport });
			contexts.push(context);
			watch(context, problems);
			return context;
		};
		await use(async () => {
			const started =
				host === 'electron'
					? await launchElectron(dataFolder, (context) => watch(context, problems))
					: host === 'electron-double'
						? await launchDouble(await newContext(), dataFolder)
						: await launchBrowserHost(await newContext(), dataFolder);
			const entry: Running = {
				...started,
				async close() {
					running.delete(entry);
					await started.close();
				},
			};
			running.add(entry);
			// Only then is it mounted and told its settings: keys pressed before are nobody's, and what is set is overruled.
			await expect(entry.page.getByRole('button', { name: 'New endpoint' })).toBeVisible();
			// What can be done depends on the host: its name stands in the status bar once it has said what it is.
			await expect(entry.page.getByRole('contentinfo').getByText(/^(browser host|Electron)$/)).toBeVisible();
			return entry;
		});
		for (const entry of running) await entry.close();
		for (const context of contexts) await context.close();
	},

	workbench: async ({ open }, use) => {
		const { page } = await open();
		await use(page);
	},
});
