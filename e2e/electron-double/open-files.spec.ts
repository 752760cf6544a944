import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { doubleOf } from '../support/double.ts';
import { expect, test } from '../support/fixtures.ts';
import { log, make } from '../support/steps.ts';

/** A pcap file of one UDP datagram from 127.0.0.1:1000 to 127.0.0.1:2000 (libpcap's format, link type raw IP). */
function pcap(payload: string): Buffer {
	const data = Buffer.from(payload);
	const header = Buffer.alloc(24);
	header.writeUInt32LE(0xa1b2c3d4, 0);
	header.writeUInt16LE(2, 4);
	header.writeUInt16LE(4, 6);
	header.writeUInt32LE(65535, 16);
	header.writeUInt32LE(101, 20);
	const packet = Buffer.alloc(28);
	packet.writeUInt8(0x45, 0);
	packet.writeUInt16BE(28 + data.length, 2);
	packet.writeUInt8(64, 8);
	packet.writeUInt8(17, 9);
	packet.set([127, 0, 0, 1, 127, 0, 0, 1], 12);
	packet.writeUInt16BE(1000, 20);
	packet.writeUInt16BE(2000, 22);
	packet.writeUInt16BE(8 + data.length, 24);
	const record = Buffer.alloc(16);
	record.writeUInt32LE(28 + data.length, 8);
	record.writeUInt32LE(28 + data.length, 12);
	return Buffer.concat([header, record, packet, data]);
}

const looking = (page: Page) => page.getByRole('region', { name: 'Capture looked at' });

test('captures named by argument, by a second start and by macOS are opened and shown', async ({
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

	double.person({ what: 'start-again', handover: { files: [join(dataFolder, 'missing.pcap')] } });
	await expect(running.page.getByText(/missing\.pcap could not be opened/)).toBeVisible();
});

test('a package refuses to run without the sandbox', async ({ open }) => {
	const failure = await open({ packaged: true, args: ['--no-sandbox'] }).catch((error: Error) => error.message);
	expect(failure).toMatch(/ended with code 1.*Wirebench could not start: Chromium's sandbox is switched off/s);
});
