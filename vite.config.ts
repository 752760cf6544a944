import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The renderer: static files that both hosts serve as they are. */
export default defineConfig({
	root: 'renderer',
	base: './',
	plugins: [react()],
	build: {
		outDir: '../dist/renderer',
		emptyOutDir: true,
		target: 'chrome140',
		assetsInlineLimit: 0,
		// A script that a lazy part imports is found by it: the host is near, and the list of all of them would be in the first load.
		modulePreload: { polyfill: false, resolveDependencies: () => [] },
		rolldownOptions: {
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
