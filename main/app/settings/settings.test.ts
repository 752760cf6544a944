import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Settings, settingsSchema } from '../../../common/contract/calls/settings.ts';
import { withUnknownKeys } from '../../../common/json/unknown-keys.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { openSettings } from './settings-store.ts';

const DEFAULTS = {
	theme: 'system',
	contrast: 'system',
	language: 'system',
	fonts: { interface: { face: '', size: 13 }, bytes: { face: '', size: 12 } },
	keys: {},
	panes: { sizes: {}, folded: { wide: {}, narrow: {}, small: {} } },
	composerHistory: [],
	filters: [],
	filterHistory: [],
	sequences: [],
	recentWorkspaces: [],
	workspaceFile: null,
	whenDiskFails: 'wait',
	whenWindowCloses: 'ask',
	timeline: { open: true, measure: 'bytes', split: false },
	logTable: { columns: [], time: 'absolute', preview: 'text' },
	segmentMiB: 256,
	keepGiB: null,
	capturesIn: null,
	captureFolders: [],
	lessons: { open: null, kept: {} },
};
const sent = { format: 'text', lineEnding: 'lf', charset: 'utf-8', text: 'hello', template: false } as const;

test('without a file there are defaults, and nothing is written', async () => {
	const folder = temporaryFolder();
	const settings = await openSettings(join(folder, 'settings.json'));
	expect(settings.current()).toEqual(DEFAULTS);
	expect(settings.note).toBeUndefined();
	expect(readdirSync(folder)).toEqual([]);
});

test('an update replaces its keys, notifies listeners, and is stored', async () => {
	const file = join(temporaryFolder(), 'not', 'yet', 'there', 'settings.json');
	const settings = await openSettings(file);
	const reported: Settings[] = [];
	const stop = settings.onChange((now) => reported.push(now));
	await settings.update({ captureFolders: ['/a', '/b'] });
	const answer = await settings.update({ theme: 'dark', captureFolders: undefined });
	expect(answer).toEqual({ ...DEFAULTS, theme: 'dark', captureFolders: ['/a', '/b'] });
	stop();
	await settings.update({ composerHistory: [sent] });
	expect(reported.map(({ theme }) => theme)).toEqual(['system', 'dark']);
	expect((await openSettings(file)).current()).toEqual({ ...answer, composerHistory: [sent] });
	expect(readdirSync(join(file, '..'))).toEqual(['settings.json']);
});

test('of many concurrent updates the last one stays, and each is written when it resolves', async () => {
	const file = join(temporaryFolder(), 'settings.json');
	const settings = await openSettings(file);
	const updates = Array.from({ length: 50 }, async (_, i) => {
		await settings.update({ segmentMiB: i + 1 });
		const { segmentMiB } = JSON.parse(readFileSync(file, 'utf8'));
		expect(segmentMiB).toBeGreaterThan(i);
	});
	await Promise.all(updates);
	expect((await openSettings(file)).current().segmentMiB).toBe(50);
});

test('flush waits for pending writes', async () => {
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
	['an unknown key that nests too deep', `{ "other": ${'['.repeat(20_000)}${']'.repeat(20_000)} }`, /nests too deep/],
])('a file with %s is renamed and reported, and the defaults are used', async (_name, content, sentence) => {
	const folder = temporaryFolder();
	const file = join(folder, 'settings.json');
	writeFileSync(file, content);
	const settings = await openSettings(file);
	expect(settings.current()).toEqual(DEFAULTS);
	expect(settings.note?.message).toMatch(sentence);
	const [aside = '', ...others] = readdirSync(folder);
	expect(others).toEqual([]);
	expect(aside).toMatch(/^settings\.json\.broken-\d{4}-\d\d-\d\dT[\d-]+\.\d+Z$/);
	expect(settings.note?.message).toContain(aside);
	expect(readFileSync(join(folder, aside), 'utf8')).toBe(content);
	await settings.update({ theme: 'dark' });
	expect((await openSettings(file)).current().theme).toBe('dark');
});

test('where the file cannot be written the update reports that, and still applies', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'file'), '');
	const settings = await openSettings(join(folder, 'file', 'settings.json'));
	expect(settings.note?.message).toMatch(/cannot be read \(ENOTDIR\)/);
	await expect(settings.update({ theme: 'dark' })).rejects.toMatchObject({ code: 'disk' });
	expect(settings.current().theme).toBe('dark');
	await settings.flush();
});

test.each<[string, (file: string) => void, RegExp]>([
	['a named pipe', (file) => execFileSync('mkfifo', [file]), /it is a named pipe/],
	['a folder', (file) => mkdirSync(file), /it is a folder/],
	['a device', (file) => symlinkSync('/dev/zero', file), /it is a device/],
	['a link to itself', (file) => symlinkSync('settings.json', file), /ELOOP/],
	['bytes that are no text', (file) => writeFileSync(file, Buffer.from([0x7b, 0xff, 0x7d])), /it is not UTF-8 text/],
	[
		'a huge file',
		(file) => {
			writeFileSync(file, '');
			truncateSync(file, 2 ** 31);
		},
		/it has more than 67108864 bytes/,
	],
])('in place of the file %s: renamed unchanged, reported, and the defaults are used', async (_name, make, sentence) => {
	const folder = temporaryFolder();
	const file = join(folder, 'settings.json');
	make(file);
	const before = lstatSync(file).ino;
	const settings = await openSettings(file);
	expect(settings.current()).toEqual(DEFAULTS);
	expect(settings.note?.message).toMatch(sentence);
	const [aside = ''] = readdirSync(folder);
	expect(settings.note?.message).toContain(aside);
	expect(lstatSync(join(folder, aside)).ino).toBe(before);
	await settings.update({ theme: 'dark' });
	expect((await openSettings(file)).current().theme).toBe('dark');
});

test('keys unknown to this version stay, at every depth, after any change', async () => {
	const file = join(temporaryFolder(), 'settings.json');
	const filter = (name: string, more: object = {}) => ({ name, text: 'tcp', ...more });
	const document = {
		theme: 'dark',
		future: { deep: [1, { two: null }] },
		timeline: { open: true, measure: 'bytes', split: false, zoom: 3 },
		filters: [filter('a', { colour: 'red' }), filter('b', { colour: 'blue' }), filter('c', { colour: 'green' })],
	};
	writeFileSync(file, JSON.stringify(document));
	const settings = await openSettings(file);
	expect(settings.note).toBeUndefined();
	const stored = () => JSON.parse(readFileSync(file, 'utf8'));
	await settings.update({ theme: 'light' });
	expect(stored()).toMatchObject({ ...document, theme: 'light' });
	// One is new, one is gone, one has changed, all have moved.
	await settings.update({ filters: [filter('new'), filter('c'), { name: 'a', text: 'udp' }] });
	await settings.update({ timeline: { open: false, measure: 'bytes', split: false } });
	expect(stored()).toMatchObject({
		future: document.future,
		timeline: { open: false, zoom: 3 },
		filters: [filter('new'), filter('c', { colour: 'green' }), { name: 'a', text: 'udp', colour: 'red' }],
	});
	expect(stored().filters[0]).not.toHaveProperty('colour');
	expect((await openSettings(file)).current()).toEqual(settings.current());
});

test('unknown keys never change the settings themselves', () => {
	const known = fc.record({
		theme: fc.constantFrom('dark', 'light'),
		filters: fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), text: fc.constantFrom('x', 'y') })),
		panes: fc.record({
			sizes: fc.dictionary(fc.constantFrom('endpoints', 'composer'), fc.nat(100)),
			folded: fc.record({
				wide: fc.dictionary(fc.constantFrom('timeline', 'inspector'), fc.boolean()),
				narrow: fc.constant({}),
				small: fc.constant({}),
			}),
		}),
	});
	fc.assert(
		fc.property(known, known, fc.jsonValue(), (before, next, more) => {
			const document = {
				...before,
				future: more,
				filters: before.filters.map((filter) => ({ ...filter, future: more })),
			};
			const old = settingsSchema.parse(document);
			const written = withUnknownKeys(document, old, settingsSchema.parse(next));
			expect(settingsSchema.parse(JSON.parse(JSON.stringify(written)))).toEqual(settingsSchema.parse(next));
			expect(written).toMatchObject({ future: more });
		}),
	);
});
