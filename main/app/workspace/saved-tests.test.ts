import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { SequenceRun } from '../../../common/contract/calls/protocol-tests.ts';
import { type Sequence, sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { Latest } from '../client.fixture.ts';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { fileIn, readJson, startBench, stored } from './bench.fixture.ts';

const onInternalError = noFaults();
const start = (folder: string) => startBench(folder, { onInternalError });

/** As an earlier version has kept it. */
const OLD = {
	name: 'greetings',
	client: { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 9999 },
	steps: [
		{ type: 'expect', expectation: { type: 'bytes', pattern: { format: 'text', text: 'Welcome!' } }, withinMs: 2000 },
		{ type: 'send', payload: { format: 'text', text: 'exit' }, lineEnding: 'none' },
		{ type: 'expect-end', withinMs: 500 },
	],
};

/** The same as a workspace has it, without what is a default. */
const SHORT = {
	name: 'greetings',
	client: { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 9999 },
	steps: [
		{ type: 'expect', expectation: { type: 'bytes', pattern: { format: 'text', text: 'Welcome!' } } },
		{ type: 'send', payload: { format: 'text', text: 'exit' } },
		{ type: 'expect-end', withinMs: 500 },
	],
};

const grown = (name: string, password: string): Sequence =>
	sequenceSchema.parse({
		name,
		folder: 'both sides',
		connections: {
			server: { server: { kind: 'tcp-server', name: 'server', port: 0 } },
			client: {
				client: { ...OLD.client, via: { host: '127.0.0.1', port: 1080, user: 'ann', password } },
				to: 'server',
			},
		},
		steps: [
			{
				type: 'repeat',
				times: 2,
				steps: [
					{ type: 'branch', on: 'client', cases: [{ expectation: { type: 'any' }, steps: [{ type: 'leave' }] }] },
				],
			},
		],
	});

test('tests are in the workspace’s file without defaults and secrets, survive a restart, and can be undone', async () => {
	const folder = temporaryFolder();
	const first = await start(folder);
	await first.client.call('testSave', { test: sequenceSchema.parse(OLD) });
	await first.client.call('testSave', { test: grown('both', 'secret-word') });
	await first.saved();
	const nested = {
		type: 'repeat',
		times: 2,
		steps: [{ type: 'branch', on: 'client', cases: [{ expectation: { type: 'any' }, steps: [{ type: 'leave' }] }] }],
	};
	expect(stored(folder)).toEqual({
		wirebench: 1,
		tests: [
			SHORT,
			{
				name: 'both',
				folder: 'both sides',
				connections: {
					server: { server: { kind: 'tcp-server', name: 'server', port: 0 } },
					client: { client: { ...OLD.client, via: { host: '127.0.0.1', port: 1080, user: 'ann' } }, to: 'server' },
				},
				steps: [nested],
			},
		],
	});
	expect(readFileSync(fileIn(folder), 'utf8')).not.toContain('secret-word');
	await expect(first.client.call('testSave', { test: sequenceSchema.parse(OLD) })).rejects.toMatchObject({
		code: 'wrong-state',
		message: 'There is a test greetings already.',
	});
	await expect(first.client.call('testRemove', { name: 'both' })).rejects.toMatchObject({ code: 'not-found' });
	await first.close();

	// What another version has written at any depth stays.
	const file = stored(folder);
	file.tests[1].steps[0].steps[0].later = { a: 1 };
	file.tests[0].owner = 'Ann';
	writeFileSync(fileIn(folder), JSON.stringify(file));
	const { client, app, saved } = await start(folder);
	const seen = new Promise<readonly Sequence[]>((resolve) => {
		client.subscribe('tests', {}, { onSnapshot: ({ tests }) => resolve(tests), onDelta: () => undefined });
	});
	expect((await seen)[1]?.connections?.client?.client).toMatchObject({ via: { password: 'secret-word' } });
	await client.call('testSave', {
		test: sequenceSchema.parse({ ...OLD, name: 'hello' }),
		replaces: { name: 'greetings' },
	});
	await saved();
	expect(stored(folder).tests).toEqual([{ ...SHORT, name: 'hello', owner: 'Ann' }, file.tests[1]]);
	await client.call('testRemove', { name: 'hello' });
	await client.call('workspaceUndo', {});
	await client.call('workspaceUndo', {});
	await saved();
	expect(stored(folder).tests[0]).toMatchObject(SHORT);
	expect(app.engine.endpoints()).toEqual([]);
});

/** Branches in each other, so many levels below the first one. */
function branches(levels: number): Sequence['steps'][number] {
	const pattern = { format: 'text', text: 'x' } as const;
	const cases = (steps: Sequence['steps']) => [
		{ expectation: { type: 'bytes', pattern } as const, template: false, steps },
	];
	let step: Sequence['steps'][number] = { type: 'branch', withinMs: 2000, cases: cases([]) };
	for (let level = 0; level < levels; level++) step = { type: 'branch', withinMs: 2000, cases: cases([step]) };
	return step;
}

test('the deepest test is saved and comes back; a deeper one is refused, however deep, and the connection stays', async () => {
	const { client } = await start(temporaryFolder());
	const test = (levels: number): Sequence => ({ ...sequenceSchema.parse(OLD), steps: [branches(levels)] });
	const deepest = test(LIMITS.stepDepth);
	await client.call('testSave', { test: deepest });
	const { tests } = await new Promise<{ tests: readonly Sequence[] }>((resolve) => {
		client.subscribe('tests', {}, { onSnapshot: resolve, onDelta: () => undefined });
	});
	expect(tests).toEqual([deepest]);
	// Its start fails: the answer shows that the whole has arrived, and the runs that it can be sent to pages.
	const { run } = await client.call('sequenceStart', { sequence: deepest });
	const runs = new Latest<{ runs: readonly SequenceRun[] }>();
	client.subscribe('sequenceRuns', {}, { onSnapshot: runs.take, onDelta: () => undefined });
	expect(await runs.find((now) => now.runs.find(({ id }) => id === run)?.sequence)).toEqual(deepest);
	const place = `test.steps[0]${'.cases[0].steps[0]'.repeat(LIMITS.stepDepth + 1)}`;
	await expect(client.call('testSave', { test: test(LIMITS.stepDepth + 1) })).rejects.toMatchObject({
		code: 'bad-input',
		message: `Steps nest at most ${LIMITS.stepDepth} levels deep.`,
		details: { path: place },
	});
	const refusal = { code: 'bad-input', message: expect.stringMatching(/^The input of .* cannot be sent/) };
	await expect(client.call('testSave', { test: test(5000) })).rejects.toMatchObject(refusal);
	await expect(client.call('sequenceStart', { sequence: test(5000) })).rejects.toMatchObject(refusal);
	expect(await client.call('hostInfo', {})).toBeDefined();
});

test('a file whose test is wrong names the place, and is not overwritten', async () => {
	const folder = temporaryFolder();
	const steps = [
		{ type: 'repeat', times: 2, steps: [{ type: 'send', on: 'nobody', payload: { format: 'text', text: '' } }] },
	];
	writeFileSync(fileIn(folder), JSON.stringify({ wirebench: 1, tests: [{ ...OLD, steps }] }));
	const { problem } = await start(folder);
	expect((await problem())?.message).toContain('tests[0].steps[0].steps[0].on: The test has no connection nobody');
});

test('tests that earlier versions kept in the settings move into the workspace once, and none is lost', async () => {
	const folder = temporaryFolder();
	const settingsFile = join(folder, 'settings.json');
	const other = { ...OLD, steps: [] };
	const settings = { theme: 'dark', sequences: [OLD, OLD, other], note: 'of another version' };
	writeFileSync(settingsFile, JSON.stringify(settings));
	writeFileSync(fileIn(folder), '{ broken');
	const broken = await start(folder);
	expect(broken.app.notes.map(({ message }) => message)).toContain(
		'The tests of the settings are in the workspace once it can be saved.',
	);
	await broken.close();
	expect(readJson(settingsFile)).toMatchObject(settings);
	expect(readFileSync(fileIn(folder), 'utf8')).toBe('{ broken');

	writeFileSync(fileIn(folder), JSON.stringify({ wirebench: 1, tests: [SHORT] }));
	const first = await start(folder);
	expect(first.app.notes.map(({ message }) => message)).toContain('3 tests of the settings are in the workspace now.');
	await first.close();
	expect(stored(folder).tests).toEqual([SHORT, { ...SHORT, name: 'greetings 2', steps: [] }]);
	expect(readJson(settingsFile)).toMatchObject({ theme: 'dark', note: 'of another version', sequences: [] });

	const again = await start(folder);
	expect(again.app.notes.map(({ message }) => message)).toEqual([]);
	await again.client.call('settingsUpdate', { sequences: [sequenceSchema.parse(OLD)] });
	await again.close();
	expect(stored(folder).tests).toHaveLength(2);
});

test('a workspace that was asked for by its file does not get the tests of the settings', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'settings.json'), JSON.stringify({ sequences: [OLD] }));
	const shared = join(folder, 'shared.wirebench.json');
	writeFileSync(shared, '{"wirebench":1}');
	const { close } = await startBench(folder, { onInternalError, workspaceFile: shared });
	await close();
	expect(readJson(shared)).toEqual({ wirebench: 1 });
	expect(existsSync(fileIn(folder))).toBe(false);
});

test('secrets that the clients and servers of tests lack are missing, typed here, and kept beside the file', async () => {
	const folder = temporaryFolder();
	const alone = { ...OLD, name: 'alone', client: { ...OLD.client, via: { host: '127.0.0.1', port: 1, user: 'ann' } } };
	writeFileSync(fileIn(folder), JSON.stringify({ wirebench: 1, tests: [grown('two', ''), alone] }));
	const first = await start(folder);
	const what = 'the password of its upstream proxy';
	const two = { name: 'two', folder: 'both sides', connection: 'client' };
	const one = { name: 'alone', connection: 'client' };
	expect((await first.saved()).missing).toEqual([
		{ test: two, path: 'via.password', what },
		{ test: one, path: 'via.password', what },
	]);
	await first.client.call('testSecret', { ...two, path: 'via.password', text: 'verysecret' });
	expect((await first.saved()).missing).toEqual([{ test: one, path: 'via.password', what }]);
	await first.client.call('testSecret', { ...one, path: 'via.password', text: 'secondsecret' });
	const gone = { ...one, connection: 'server', path: 'via.password', text: 'x' } as const;
	await expect(first.client.call('testSecret', gone)).rejects.toMatchObject({ code: 'not-found' });
	const long = { ...one, path: 'via.password', text: 'x'.repeat(300) } as const;
	await expect(first.client.call('testSecret', long)).rejects.toMatchObject({ code: 'bad-input' });
	expect((await first.saved()).missing).toEqual([]);
	await first.close();
	expect(readFileSync(fileIn(folder), 'utf8')).not.toMatch(/verysecret|secondsecret/);

	const second = await start(folder);
	expect((await second.saved()).missing).toEqual([]);
	const latest = new Latest<{ tests: Sequence[] }>();
	second.client.subscribe('tests', {}, { onSnapshot: latest.take, onDelta: latest.take });
	const { tests } = await latest.until(() => true);
	expect(tests).toMatchObject([
		{ connections: { client: { client: { via: { password: 'verysecret' } } } } },
		{ client: { via: { password: 'secondsecret' } } },
	]);
});
