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
		modulePreload: { polyfill: false },
		rolldownOptions: {
			// What a first load needs is one script. Split by what lazy parts share, it was 15, a sixth of the load's processor time.
			output: { codeSplitting: { groups: [{ name: 'initial', tags: ['$initial'] }] } },
		},
	},
});
