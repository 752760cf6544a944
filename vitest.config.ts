import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { bundledThreads } from './.ci/bundled-threads.ts';

export default defineConfig({
	plugins: [bundledThreads],
	test: {
		include: ['{common,main,preload,renderer,bench}/**/*.test.{ts,tsx}', 'e2e/packaging/*.test.ts'],
		// Some tests start the command line or read the package: they need what is built, and built of these sources.
		globalSetup: '.ci/vitest-setup.mjs',
		// Limits are there for what hangs: a machine with two cores that has other work takes several times what one alone does.
		testTimeout: 300_000,
		hookTimeout: 120_000,
		retry: 0,
		// Two at least: most tests wait for other processes and for the disk more than they compute.
		maxWorkers: Math.max(2, availableParallelism() - 1),
	},
});
