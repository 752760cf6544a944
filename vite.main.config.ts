import { existsSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/**
 * The Node side. Every dependency is bundled, so that the packaged app needs no node_modules; only Node's own
 * modules and `electron` stay imports. Workers are entries of their own: their files are started by path.
 */
const entries = {
	electron: 'main/hosts/electron/main.ts',
	cli: 'main/hosts/cli/main.ts',
	// Also imported by `cli`: for programs that run command lines in their own process, such as tests.
	'command-line': 'main/hosts/cli/program.ts',
	'capture-writer': 'main/capture/writer-thread.ts',
	'capture-export': 'main/capture/export-thread.ts',
	'capture-reader': 'main/capture/reader-thread.ts',
	'capture-opener': 'main/capture/opener-thread.ts',
	'capture-import': 'main/capture/import-thread.ts',
	'engine-script': 'main/engine/script-thread.ts',
	'engine-rules': 'main/engine/rules-thread.ts',
	'engine-datagrams': 'main/engine/datagrams-thread.ts',
};

/**
 * Modules of ours that are imported for what they do, not for what they export. All others are left out of a bundle that
 * uses nothing of them: an index file would bring everything behind it into every command and thread.
 */
const IMPORTED_FOR_EFFECT = /\/common\/json\/issue-says\.ts$/;
const OURS = /\/(?:common|main)\/[^?]+\.ts$/;

/** What lies beside the bundles, under names that do not change: the interpreter of scripts, pages
 * for agents, and icons of the tray. */
const BESIDE = {
	'quickjs.wasm': import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'),
	'filter.md': new URL('docs/filter.md', import.meta.url),
	'templates.md': new URL('docs/templates.md', import.meta.url),
	'tray.png': new URL('assets/icons/32x32.png', import.meta.url),
	'tray@2x.png': new URL('assets/icons/64x64.png', import.meta.url),
	'tray.ico': new URL('assets/icon.ico', import.meta.url),
};
const beside: Plugin = {
	name: 'files-beside-the-bundles',
	generateBundle() {
		for (const [fileName, url] of Object.entries(BESIDE)) {
			this.emitFile({ type: 'asset', fileName, source: readFileSync(new URL(url)) });
		}
	},
};

export default defineConfig({
	plugins: [beside],
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
			treeshake: { moduleSideEffects: (id) => !OURS.test(id) || IMPORTED_FOR_EFFECT.test(id) },
			output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
		},
	},
});
