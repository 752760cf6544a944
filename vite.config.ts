import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Modules of ours that are imported for what they do; of all others a script has only what it uses. */
const IMPORTED_FOR_EFFECT = /\/common\/(?:rpc\/no-eval|json\/issue-says)\.ts$/;
const OURS = /\/common\/[^?]+\.ts$/;

/** zod's schemas carry the code that describes them as JSON Schema, 4 KiB that no page calls: it is only for `npm run docs`. */
const withoutJsonSchema: Plugin = {
	name: 'zod-without-json-schema',
	transform: {
		filter: { id: /\/zod\/v4\/classic\/schemas\.js$/ },
		handler: (code) =>
			code
				.replace(/^\s*inst\._zod\.processJSONSchema = .*;$/gm, '')
				.replace(/^\s*toJSONSchema\(params\) \{\n.*\n\s*\},$/m, '')
				.replace(/^\s*jsonSchema: \{\n.*\n.*\n\s*\},$/m, ''),
	},
};

/**
 * MessagePack provokes an exception as it is loaded, to recognise Internet Explorer. For the place of any exception V8 parses the whole script
 * again: 55 of the 150 ms of processor time that the first script takes.
 */
const withoutThrow: Plugin = {
	name: 'msgpack-without-throw',
	transform: {
		filter: { id: /\/@msgpack\/msgpack\/dist\.esm\/Decoder\.mjs$/ },
		handler: (code) => code.replace(/^try \{\n(?: {4}.*\n)+\}\ncatch \(e\) \{\n(?: {4}.*\n)+\}\n/m, ''),
	},
};

/** The renderer: static files that both hosts serve as they are. */
export default defineConfig({
	root: 'renderer',
	base: './',
	plugins: [react(), withoutJsonSchema, withoutThrow],
	build: {
		outDir: '../dist/renderer',
		emptyOutDir: true,
		target: 'chrome140',
		assetsInlineLimit: 0,
		// A script that a lazy part imports is found by it: the host is near, and the list of all of them would be in the first load.
		modulePreload: { polyfill: false, resolveDependencies: () => [] },
		rolldownOptions: {
			treeshake: { moduleSideEffects: (id) => !OURS.test(id) || IMPORTED_FOR_EFFECT.test(id) },
			// What a first load needs is one script, and so are the panes that follow it, with all that they import. Split by what
			// lazy parts share, the first one was 15, a sixth of the load's processor time.
			output: {
				codeSplitting: {
					groups: [
						{ name: 'initial', tags: ['$initial'], priority: 2 },
						{ name: 'panes', test: /shell\/later\/panes\.ts$/, priority: 1 },
					],
				},
			},
		},
	},
});
