import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { whyNoElectron } from './e2e/support/electron-runtime.ts';
import { EVERY_HOST, type Host } from './e2e/support/fixtures.ts';

// A host's start costs a third less with the code that an earlier one has compiled.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'wirebench-compiled');

const isRoot = process.getuid?.() === 0;
const executablePath = process.env.WIREBENCH_CHROMIUM;
const isDeep = process.env.WIREBENCH_TIER === 'deep';

/**
 * The browser host runs every spec. The hosts of Electron run their own and those that go through what differs between hosts; in
 * the deep tier (`WIREBENCH_TIER=deep`) everything.
 */
const ofElectron = isDeep ? {} : { grep: new RegExp(`${EVERY_HOST}|electron(-double)?/[\\w-]+\\.spec\\.ts`) };

/**
 * What pays only in a page that lives for long (docs/adr/0015-browser-tests-in-the-headless-shell.md). Of several lists of
 * features Chromium uses the last: beside script streaming, these are Playwright's own that matter to these pages.
 */
const FOR_SHORT_PAGES = [
	`--disable-features=${[
		'ScriptStreaming',
		'AvoidCorsURLLoaderRestartOnRedirect',
		'AvoidUnnecessaryBeforeUnloadCheckSync',
		'DestroyProfileOnBrowserClose',
		'HttpsUpgrades',
		'NetworkTimeServiceQuerying',
		'OptimizationHints',
		'PaintHolding',
		'ThirdPartyStoragePartitioning',
	].join(',')}`,
	'--js-flags=--no-maglev --no-turbofan',
];

/**
 * `electron-double` is not Electron: it runs the built main bundle and preload
 * over a stand-in for the module `electron` (e2e/electron-double/README.md). `electron` is, and skips where its
 * runtime cannot start, saying why.
 */
export default defineConfig<object, { host: Host }>({
	testDir: 'e2e',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results',
	snapshotPathTemplate: '{testDir}/screens/{arg}{ext}',
	forbidOnly: process.env.CI !== undefined,
	fullyParallel: true,
	retries: 0,
	// One more than cores of a small machine: a test waits for hosts and peers a third of its time.
	workers: 3,
	// Limits are there for what hangs: a machine with two cores that has other work takes several times what one alone does.
	timeout: 180_000,
	expect: { timeout: 30_000 },
	reporter: 'list',
	use: {
		viewport: { width: 1440, height: 900 },
		screenshot: 'only-on-failure',
		launchOptions: {
			...(executablePath === undefined ? {} : { executablePath }),
			// Chromium's sandbox refuses to run as root; everywhere else it stays on.
			chromiumSandbox: !isRoot,
			args: [
				'--disable-gpu',
				'--disable-background-networking',
				'--disable-quic',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run',
				// Pages of one site share a process: what it has compiled for one is there for the next.
				'--process-per-site',
				...(isDeep ? [] : FOR_SHORT_PAGES),
			],
		},
	},
	projects: [
		{ name: 'browser', testIgnore: ['electron/**', 'electron-double/**'], use: { host: 'browser' } },
		{ ...ofElectron, name: 'electron-double', use: { host: 'electron-double' } },
		{
			...ofElectron,
			name: 'electron',
			testIgnore: 'electron-double/**',
			use: { host: 'electron' },
			// Without the runtime each test is skipped: that needs one worker.
			...(whyNoElectron() === undefined ? {} : { workers: 1 }),
		},
	],
});
