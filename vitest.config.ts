import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { bundledThreads } from './.ci/bundled-threads.ts';
import { byTier } from './common/tier.fixture.ts';

/** Tests that measure memory, or that replace modules: each has a process of its own, and they start first. */
const MEASURED = [
	'bench/soak.test.ts',
	'main/app/library/library.test.ts',
	'main/app/test-kind.test.ts',
	'main/capture/{keep,go-on}.test.ts',
	'main/capture/import/fuzz.test.ts',
	'main/capture/open/hostile.test.ts',
	'main/engine/stream/big-send.test.ts',
	'main/engine/sending/sending.test.ts',
	'main/engine/script/limits.test.ts',
];

export default defineConfig({
	plugins: [bundledThreads],
	test: {
		// Some tests start the command line or read the package: they need what is built, and built of these sources.
		globalSetup: '.ci/vitest-setup.mjs',
		setupFiles: 'common/property-seed.fixture.ts',
		// The command line speaks the language of its environment: tests, and what they start, read English.
		env: { LC_ALL: 'C.UTF-8' },
		// Limits are there for what hangs: a machine with two cores that has other work takes several times what one alone does.
		testTimeout: byTier(300_000, 1_800_000),
		hookTimeout: 120_000,
		retry: 0,
		// One more than cores: most tests wait for other processes and for the disk more than they compute.
		maxWorkers: availableParallelism() + 1,
		projects: [
			{ extends: true, test: { name: 'measured', include: MEASURED } },
			{
				extends: true,
				test: {
					// To start a process and load every module again costs as much as most files take: a worker keeps both.
					name: 'shared',
					isolate: false,
					// Other threads that collect garbage take a fifth more processor time, and no core is idle for them.
					execArgv: ['--single-threaded-gc', '--min-semi-space-size=32', '--max-semi-space-size=64'],
					include: [
						'{common,main,preload,renderer,bench}/**/*.test.{ts,tsx}',
						'e2e/packaging/*.test.ts',
						'.ci/*.test.mjs',
					],
					// Tests of components run in a browser.
					exclude: [...configDefaults.exclude, ...MEASURED, '**/*.browser.test.tsx'],
				},
			},
		],
	},
});
