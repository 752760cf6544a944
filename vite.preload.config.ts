import { defineConfig } from 'vite';

/** A sandboxed preload is one CommonJS file that may require `electron` and little else. */
export default defineConfig({
	publicDir: false,
	build: {
		lib: { entry: 'preload/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
		outDir: 'dist/preload',
		emptyOutDir: true,
		target: 'chrome140',
		minify: false,
		rolldownOptions: { external: ['electron'] },
	},
});
