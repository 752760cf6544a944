import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['{common,main,preload,renderer}/**/*.test.{ts,tsx}'],
		testTimeout: 30_000,
		hookTimeout: 30_000,
		retry: 0,
	},
});
