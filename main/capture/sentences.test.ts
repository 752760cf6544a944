import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sentence } from '../../common/contract/base/sentence.ts';
import type { CaptureRow } from '../../common/contract/calls/capture.ts';
import type { StreamState } from '../../common/contract/calls/stream.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { enSentences } from '../../common/words/en-sentences.ts';
import { inWords } from '../../common/words/sentence/in-words.ts';
import { sentences } from '../../common/words/zh-hans-sentences.ts';
import { connection } from './conversations.fixture.ts';
import { exported } from './export/export.fixture.ts';
import { followed } from './followed.fixture.ts';
import { eventComment } from './format/comment.ts';
import { describeSegment, segmentName } from './format/names.ts';
import { formatSentence, parseSentence } from './format/sentence-comment.ts';
import { openCapture } from './index.ts';
import { allRows, open } from './open/opening.fixture.ts';
import { exportedForm } from './packet/forms.ts';
import { buildInterface, buildPacket, buildSection } from './pcapng/build.ts';
import { APPLICATION, LINK } from './pcapng/format.ts';
import { Recording, temporaryFolders } from './recording.fixture.ts';
import { tsharkFields, tsharkMissing } from './tshark.fixture.ts';

const newFolder = temporaryFolders();

const REFUSED = 'ECONNREFUSED (111): Nothing listens on 127.0.0.1:9: it refused.';
const SAYS: Sentence = { code: 'ECONNREFUSED', params: { verb: 'connect to', target: '127.0.0.1:9' } };
const SIMPLIFIED = { from: enSentences, to: sentences };

const inChinese = ({ text, says }: Pick<CaptureRow, 'text' | 'says'>): string =>
	inWords({ message: text, details: { says } }, SIMPLIFIED).message;

const someSentence: fc.Arbitrary<Sentence> = fc.record({
	code: fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,20}$/),
	params: fc.dictionary(
		fc.string({ maxLength: 8 }).filter((name) => name !== '__proto__'),
		fc.oneof(
			fc.string({ unit: 'binary', maxLength: 20 }),
			fc.integer(),
			fc.double({ noNaN: true, noDefaultInfinity: true }),
		),
		{ noNullPrototype: true, maxKeys: 4 },
	),
});

describe('the comment of a sentence', () => {
	test('is parsed as it was written, and is no event', () => {
		fc.assert(
			fc.property(someSentence, (sentence) => {
				const comment = formatSentence(sentence) ?? '';
				expect(JSON.stringify(parseSentence(comment))).toBe(JSON.stringify(sentence));
				expect(eventComment([comment])).toBeUndefined();
			}),
		);
	});

	test('other texts are none, nor is one that is too long', () => {
		for (const text of [
			'',
			'sentence',
			'sentence X',
			'sentence X {',
			'sentence X []',
			'sentence X {"a":[]}',
			'#1 error: x',
		])
			expect(parseSentence(text), text).toBeUndefined();
		expect(formatSentence({ code: 'EIO', params: { target: 'x'.repeat(9000) } })).toBeUndefined();
	});
});

const someEvent = fc.record({
	own: fc.boolean(),
	kind: fc.constantFrom('error' as const, 'reset' as const, 'note' as const, 'end' as const),
	direction: fc.constantFrom('none' as const, 'in' as const, 'out' as const),
	text: fc.string({ maxLength: 30 }).map((text) => text.replaceAll('\0', '\ufffd')),
	says: fc.option(someSentence, { nil: undefined }),
});

test('sentences within sentences of a hostile file exhaust no stack', () => {
	const nested = (depth: number) => `${'{"a":{"code":"x","params":'.repeat(depth)}{}${'}}'.repeat(depth)}`;
	expect(parseSentence(`sentence X ${nested(200)}`)?.code).toBe('X');
	expect(parseSentence(`sentence X ${nested(2000)}`)).toBeUndefined();
});

test('a capture keeps the sentence of each event beside its text, also when its index is made again', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(someEvent, { minLength: 1, maxLength: 20 }),
			fc.constantFrom(1, 256 << 20),
			async (events, segmentBytes) => {
				const folder = newFolder();
				const capture = await openCapture({ folder, segmentBytes });
				const recording = new Recording(capture);
				const endpoint = recording.endpoint('One');
				capture.open(connection(1, endpoint, {}));
				for (const { own, kind, direction, text, says } of events) {
					if (own) capture.endpointEvent(endpoint, kind === 'error' ? 'error' : 'note', text, says);
					else capture.connectionEvent(1, kind, direction, text, says);
				}
				await capture.flush();
				const wanted = [undefined, ...events.map(({ text, says }) => JSON.stringify([text, says]))];
				const kept = (rows: readonly CaptureRow[]) =>
					rows.map(({ text, says }) => JSON.stringify([text, says])).slice(1);
				expect(kept(await capture.rows(0, 100))).toEqual(wanted.slice(1));
				await capture.close();
				for (const name of readdirSync(folder).filter((name) => name.endsWith('.index'))) rmSync(join(folder, name));
				expect(kept(await allRows(await open(folder)))).toEqual(wanted.slice(1));
			},
		),
		{ numRuns: byTier(6, 40) },
	);
});

test('the conversation has it too, and a reset of TCP', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	capture.open(connection(1, recording.endpoint('One'), {}));
	capture.connectionEvent(1, 'reset', 'in', REFUSED, SAYS);
	capture.connectionEvent(1, 'note', 'none', 'plain');
	await capture.flush();
	const layout = { type: 'dialogue', connection: 1, side: 'both', form: 'text', width: 80 } as const;
	const run = followed<StreamState>((listener) => capture.follow('stream', { layout }, listener));
	await run.upTo(3);
	const { lines } = await capture.call('streamLines', { layout, from: 0, count: 10 });
	run.stop();
	expect(lines).toMatchObject([{ kind: 'open' }, { kind: 'reset', text: REFUSED, says: SAYS }, { text: 'plain' }]);
	expect(lines[2]).not.toHaveProperty('says');
	await capture.close();
});

test('a capture without sentences reads as before', async () => {
	const folder = newFolder();
	mkdirSync(folder);
	const packet = Buffer.from(exportedForm('tcp').words.buffer);
	const blocks = [
		buildSection(APPLICATION, describeSegment(1, 0)),
		buildInterface(LINK.exported, 'Old (exported)', 'tcp-client run 1 {"id":"e","name":"Old"}'),
		buildPacket({ interfaceId: 0, time: 1_700_000_000_000_000_000n, comment: `endpoint error: ${REFUSED}`, packet }),
	];
	writeFileSync(join(folder, segmentName(1)), Buffer.concat(blocks));
	const [row, ...more] = await allRows(await open(folder));
	expect(more).toEqual([]);
	expect(row).toMatchObject({ kind: 'error', endpoint: 'Old', endpointKind: 'tcp-client', text: REFUSED });
	expect(row).not.toHaveProperty('says');
	expect(row && inChinese(row)).toBe(REFUSED);
});

test.skipIf(tsharkMissing !== undefined)('tshark shows the text, and behind it the sentence', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder });
	const endpoint = new Recording(capture).endpoint('One');
	capture.endpointEvent(endpoint, 'error', REFUSED, SAYS);
	await capture.close();
	const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.pcapng'));
	const rows = await tsharkFields(join(folder, file), 'frame', 'frame.comment', '_ws.malformed');
	expect(rows.map(([comment = '']) => comment.replaceAll('\\', ''))).toEqual([
		`endpoint error: ${REFUSED}|sentence ECONNREFUSED {"verb":"connect to","target":"127.0.0.1:9"}`,
	]);
});

test('an export as JSON has the text in English and its sentence, one as pcapng keeps both', async () => {
	const folder = newFolder();
	mkdirSync(folder);
	const capture = await openCapture({ folder: join(folder, 'capture') });
	const endpoint = new Recording(capture).endpoint('One');
	capture.endpointEvent(endpoint, 'error', REFUSED, SAYS);
	capture.endpointEvent(endpoint, 'note', 'plain');
	await capture.flush();
	const lines = (await exported(capture, folder, { format: 'jsonl' })).file.toString().trimEnd().split('\n');
	expect(lines.map((line) => JSON.parse(line))).toMatchObject([
		{ event: 'error', errno: 'ECONNREFUSED', message: REFUSED, says: SAYS },
		{ event: 'note', message: 'plain' },
	]);
	expect(lines[1]).not.toContain('says');
	const { file } = await exported(capture, folder, { format: 'pcapng' });
	await capture.close();
	const path = join(folder, 'exported.pcapng');
	writeFileSync(path, file);
	expect((await allRows(await open(path)))[0]).toMatchObject({ text: REFUSED, says: SAYS });
});
