import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** The browser that the end-to-end tests use too; without it Playwright's own. */
const executablePath = process.env.WIREBENCH_CHROMIUM;

/** Tests of components in a real browser, without a host: fields, forms and what they make of what a person does. */
export default defineConfig({
	plugins: [react()],
	// Found late, each of them would reload the page in the middle of a test.
	optimizeDeps: {
		include: [
			'@msgpack/msgpack',
			'radix-ui',
			'zod',
			'zustand',
			'zustand/react/shallow',
			'zustand/shallow',
			'vitest-browser-react',
		],
	},
	test: {
		include: ['renderer/**/*.browser.test.tsx'],
		// Files share the page of one browser: a second one would take longer to start than all of them to run.
		fileParallelism: false,
		testTimeout: 60_000,
		// A second, the default, is less than a busy machine may take to draw.
		expect: { poll: { timeout: 30_000 } },
		retry: 0,
		browser: {
			enabled: true,
			headless: true,
			screenshotFailures: false,
			// The page opens only when Vite has prepared its modules: that took longer than a minute, the default, on a busy machine.
			connectTimeout: 300_000,
			provider: playwright({
				launchOptions: {
					...(executablePath === undefined ? {} : { executablePath }),
					// Chromium's sandbox refuses to run as root; everywhere else it stays on.
					chromiumSandbox: process.getuid?.() !== 0,
					// Code of tests runs too seldom to be worth optimizing: that took a tenth of the processor time.
					args: ['--disable-gpu', '--js-flags=--no-turbofan'],
				},
				contextOptions: { permissions: ['clipboard-read', 'clipboard-write'] },
			}),
			instances: [{ browser: 'chromium' }],
		},
	},
});
