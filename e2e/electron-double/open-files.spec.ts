import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { doubleOf } from '../support/double.ts';
import { expect, test } from '../support/fixtures.ts';
import { make } from '../support/make.ts';
import { pcap } from '../support/pcap.ts';
import { log } from '../support/steps.ts';

const looking = (page: Page) => page.getByRole('region', { name: 'Capture looked at' });

test('captures and workspaces named by argument, by a second start and by macOS are opened', async ({
	open,
	dataFolder,
}) => {
	const file = async (name: string) => {
		const path = join(dataFolder, name);
		await writeFile(path, pcap(`in ${name}`));
		return path;
	};
	const [first, second, third] = [await file('first one.pcap'), await file('second.cap'), await file('third.pcapng')];
	// The desktops of Linux pass a file URL.
	const running = await open({ packaged: true, args: [pathToFileURL(first).href] });
	const double = doubleOf(running);
	await expect(looking(running.page)).toContainText('Looking at first one.pcap');
	await expect(log(running.page).getByText('in first one.pcap')).toBeVisible();
	expect((await double.facts()).handover).toEqual({ files: [first] });

	await make(running.page, 'echo', { Port: '0', Name: 'Still here' });
	double.person({ what: 'start-again', handover: { files: [second] } });
	await expect(looking(running.page)).toContainText('Looking at second.cap');
	double.person({ what: 'open-file', path: third });
	await expect(looking(running.page)).toContainText('Looking at third.pcapng');
	// It is the running one that has opened them.
	await expect(running.page.getByRole('treeitem', { name: /^Still here TCP/ })).toBeVisible();

	const lab = join(dataFolder, 'lab.wirebench.json');
	await writeFile(lab, '{ "wirebench": 1, "endpoints": [{ "id": "a", "kind": "udp", "name": "lab", "port": 0 }] }');
	double.person({ what: 'open-file', path: lab });
	await running.page.getByRole('button', { name: 'Stop and open' }).click();
	await expect(running.page.getByRole('treeitem', { name: /^lab UDP/ })).toBeVisible();

	double.person({ what: 'start-again', handover: { files: [join(dataFolder, 'missing.pcap')] } });
	await expect(running.page.getByText(/missing\.pcap could not be opened/)).toBeVisible();
});

test('a package refuses to run without the sandbox', async ({ open }) => {
	const failure = await open({ packaged: true, args: ['--no-sandbox'] }).catch((error: Error) => error.message);
	expect(failure).toMatch(/ended with code 1.*Wirebench could not start: Chromium's sandbox is switched off/s);
});
