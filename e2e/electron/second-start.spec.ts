import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { pcap } from '../support/pcap.ts';

test('a second start hands its capture to the running one, and ends with 0', async ({ host, open, dataFolder }) => {
	test.skip(host === 'electron-double', 'the double has no lock between processes (see open-files.spec.ts)');
	const [first, second] = [join(dataFolder, 'first.pcap'), join(dataFolder, 'second.pcap')];
	await writeFile(first, pcap('one'));
	await writeFile(second, pcap('two'));
	const { page, startAgain } = await open({ args: [first] });
	const looking = page.getByRole('region', { name: 'Capture looked at' });
	await expect(looking).toContainText('Looking at first.pcap');
	expect(await startAgain?.(second)).toBe(0);
	await expect(looking).toContainText('Looking at second.pcap');
});
