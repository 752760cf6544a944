import { existsSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/**
 * The Node side. Every dependency is bundled, so that the packaged app needs no node_modules; only Node's own
 * modules and `electron` stay imports. Workers are entries of their own: their files are started by path.
 */
const entries = {
	electron: 'main/hosts/electron/main.ts',
	cli: 'main/hosts/cli/main.ts',
	'capture-writer': 'main/capture/writer-thread.ts',
	'capture-export': 'main/capture/export-thread.ts',
	'capture-reader': 'main/capture/reader-thread.ts',
	'capture-opener': 'main/capture/opener-thread.ts',
	'capture-import': 'main/capture/import-thread.ts',
	'engine-script': 'main/engine/script-thread.ts',
	'engine-rules': 'main/engine/rules-thread.ts',
};

/** Lays the interpreter of scripts beside the bundles, under a name that does not change. */
const interpreter: Plugin = {
	name: 'script-interpreter',
	generateBundle() {
		const source = readFileSync(new URL(import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm')));
		this.emitFile({ type: 'asset', fileName: 'quickjs.wasm', source });
	},
};

export default defineConfig({
	plugins: [interpreter],
	// Copied as it is: the files that come with the product.
	publicDir: 'assets/packed',
	ssr: { noExternal: true, external: ['electron'] },
	build: {
		ssr: true,
		outDir: 'dist/main',
		emptyOutDir: true,
		target: 'node24',
		minify: false,
		rolldownOptions: {
			input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
			output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
		},
	},
});
