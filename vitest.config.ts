import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['{common,main,preload,renderer,bench}/**/*.test.{ts,tsx}', 'e2e/packaging/*.test.ts'],
		// Some tests start the command line or read the package: they need what is built, and built of these sources.
		globalSetup: '.ci/vitest-setup.mjs',
		testTimeout: 30_000,
		hookTimeout: 30_000,
		retry: 0,
	},
});
