import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { fileIn, server, startBench } from './bench.fixture.ts';
import type { KeyStore } from './secret-file.ts';

const onInternalError = noFaults();

/** Turns bytes around; it knows its own by their mark. */
function storeOf(mark: string): KeyStore {
	return {
		encrypt: async (text) => Buffer.from(mark + [...text].reverse().join('')),
		decrypt: async (bytes) => {
			const text = Buffer.from(bytes).toString();
			if (!text.startsWith(mark)) throw new Error('The key is another one.');
			return [...text.slice(mark.length)].reverse().join('');
		},
	};
}
/** A system that protects nothing. */
const NONE: KeyStore = {
	encrypt: async () => undefined,
	decrypt: async () => {
		throw new Error('There is no key.');
	},
};

test('secrets are encrypted where there is a key store, and one that cannot be decrypted here is not lost', async () => {
	const folder = temporaryFolder();
	const start = (keyStore?: KeyStore) => startBench(folder, { onInternalError, keyStore });
	const secrets = () => readFileSync(join(folder, 'workspace.secrets.json'), 'utf8');
	const via = { host: '127.0.0.1', port: 1080, user: 'me', password: 'verysecret' };
	const client = { kind: 'tcp-client' as const, name: 'client', host: '127.0.0.1', port: 9, via };
	const passwords = ({ app }: Awaited<ReturnType<typeof start>>) =>
		app.engine.endpoints().map(({ config }) => ('via' in config ? config.via?.password : undefined));

	const desktop = await start(storeOf('mine:'));
	await desktop.create(client);
	await desktop.close();
	expect(secrets()).toContain('encrypted');
	expect(secrets()).not.toContain('verysecret');
	expect(passwords(await start(storeOf('mine:')))).toEqual(['verysecret']);

	// The browser host has no key store: what is typed there is kept beside what it cannot read.
	const browser = await start();
	expect(passwords(browser)).toEqual(['']);
	expect(browser.app.notes.map(({ message }) => message)).toEqual([
		expect.stringMatching(/cannot be decrypted here: the desktop application has the key/),
	]);
	expect((await browser.saved()).missing).toHaveLength(1);
	await browser.create({ ...client, name: 'second', via: { ...via, password: 'typed' } });
	await browser.close();
	const other = await start(storeOf('theirs:'));
	expect(passwords(other)).toEqual(['', 'typed']);
	expect(other.app.notes.map(({ message }) => message)).toEqual([
		expect.stringMatching(/cannot be decrypted here: The key is another one/),
	]);
	await other.create({ ...client, name: 'third' });
	await other.close();
	expect(passwords(await start(NONE))).toEqual(['', '', '']);
	expect(passwords(await start(storeOf('mine:')))).toEqual(['verysecret', '', '']);
	expect(passwords(await start(storeOf('theirs:')))).toEqual(['', 'typed', 'verysecret']);
});

test('without protection by the system the file is text, and becomes encrypted with the next change elsewhere', async () => {
	const folder = temporaryFolder();
	const file = join(folder, 'workspace.secrets.json');
	const via = { host: '127.0.0.1', port: 1080, user: 'me', password: 'verysecret' };
	writeFileSync(
		fileIn(folder),
		JSON.stringify({ wirebench: 1, endpoints: [{ id: 'a', kind: 'tcp-client', name: 'c', host: 'h', port: 1, via }] }),
	);
	const first = await startBench(folder, { onInternalError, keyStore: NONE });
	await first.create(server);
	await first.close();
	expect(readFileSync(file, 'utf8')).toContain('verysecret');
	const second = await startBench(folder, { onInternalError, keyStore: storeOf('mine:') });
	await second.client.call('workspaceSecret', { id: 'a', path: 'via.password', text: 'other' });
	await second.close();
	expect(readFileSync(file, 'utf8')).not.toMatch(/verysecret|other/);
});
