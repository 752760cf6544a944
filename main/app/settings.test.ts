import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Settings } from '../../common/contract/settings.ts';
import { temporaryFolder } from './folder.fixture.ts';
import { openSettings } from './settings-store.ts';

const DEFAULTS = {
	theme: 'system',
	layout: {},
	composerHistory: [],
	filters: [],
	filterHistory: [],
	sequences: [],
	whenDiskFails: 'wait',
	timeline: { open: true, measure: 'bytes', split: false },
	segmentMiB: 256,
	keepGiB: null,
	captureFolders: [],
};
const sent = { format: 'text', lineEnding: 'lf', charset: 'utf-8', text: 'hello' } as const;

test('without a file there are defaults, and nothing is written', async () => {
	const folder = temporaryFolder();
	const settings = await openSettings(join(folder, 'settings.json'));
	expect(settings.current()).toEqual(DEFAULTS);
	expect(settings.note).toBeUndefined();
	expect(readdirSync(folder)).toEqual([]);
});

test('an update replaces what it names, tells listeners, and is there the next time', async () => {
	const file = join(temporaryFolder(), 'not', 'yet', 'there', 'settings.json');
	const settings = await openSettings(file);
	const told: Settings[] = [];
	const stop = settings.onChange((now) => told.push(now));
	await settings.update({ layout: { main: { left: 30, right: 70 } } });
	const answer = await settings.update({ theme: 'dark', layout: undefined });
	expect(answer).toEqual({ ...DEFAULTS, theme: 'dark', layout: { main: { left: 30, right: 70 } } });
	stop();
	await settings.update({ composerHistory: [sent] });
	expect(told.map(({ theme }) => theme)).toEqual(['system', 'dark']);
	expect((await openSettings(file)).current()).toEqual({ ...answer, composerHistory: [sent] });
	expect(readdirSync(join(file, '..'))).toEqual(['settings.json']);
});

test('of many updates at once the last one stays, and each is written when it resolves', async () => {
	const file = join(temporaryFolder(), 'settings.json');
	const settings = await openSettings(file);
	const updates = Array.from({ length: 50 }, async (_, i) => {
		await settings.update({ layout: { main: { left: i } } });
		const { layout } = JSON.parse(readFileSync(file, 'utf8'));
		expect(layout.main.left).toBeGreaterThanOrEqual(i);
	});
	await Promise.all(updates);
	expect((await openSettings(file)).current().layout).toEqual({ main: { left: 49 } });
});

test('flush waits for what is on its way', async () => {
	const file = join(temporaryFolder(), 'settings.json');
	const settings = await openSettings(file);
	const update = settings.update({ theme: 'light' });
	await settings.flush();
	expect(JSON.parse(readFileSync(file, 'utf8')).theme).toBe('light');
	await update;
});

test.each([
	['no JSON', '{ "theme": ', /is not JSON/],
	['another document', '[]', /does not fit/],
	['a value that is none', '{ "theme": "pink" }', /does not fit/],
	['nothing', '', /is not JSON/],
])('a file with %s is kept aside, said, and the defaults are used', async (_name, content, sentence) => {
	const folder = temporaryFolder();
	const file = join(folder, 'settings.json');
	writeFileSync(file, content);
	const settings = await openSettings(file);
	expect(settings.current()).toEqual(DEFAULTS);
	expect(settings.note).toMatch(sentence);
	const [aside = '', ...others] = readdirSync(folder);
	expect(others).toEqual([]);
	expect(aside).toMatch(/^settings\.json\.broken-\d{4}-\d\d-\d\dT[\d-]+\.\d+Z$/);
	expect(settings.note).toContain(aside);
	expect(readFileSync(join(folder, aside), 'utf8')).toBe(content);
	await settings.update({ theme: 'dark' });
	expect((await openSettings(file)).current().theme).toBe('dark');
});

test('where the file cannot be written the update says so, and holds all the same', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'file'), '');
	const settings = await openSettings(join(folder, 'file', 'settings.json'));
	expect(settings.note).toMatch(/cannot be read/);
	await expect(settings.update({ theme: 'dark' })).rejects.toMatchObject({ code: 'disk' });
	expect(settings.current().theme).toBe('dark');
	await settings.flush();
});
