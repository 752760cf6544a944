import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { APP_ID, aboutPanel } from './identity.ts';

const VERSIONS = { electron: '45.4.1', chrome: '150.0.1', node: '24.1.0' };

it('shows the version and those of the runtime, in what each system displays', () => {
	expect(aboutPanel('1.2.3', 'win32', VERSIONS)).toMatchObject({
		applicationVersion: '1.2.3',
		credits: 'Electron 45.4.1, Chromium 150.0.1, Node.js 24.1.0',
	});
	// Electron shows no credits on Linux.
	expect(aboutPanel('1.2.3', 'linux', VERSIONS).applicationVersion).toBe(
		'1.2.3 (Electron 45.4.1, Chromium 150.0.1, Node.js 24.1.0)',
	);
});

it('has the id of the packages', () => {
	const packages = readFileSync(join(import.meta.dirname, '../../../electron-builder.ts'), 'utf8');
	expect(packages).toContain(`\tappId: '${APP_ID}',\n`);
});
