import { describe, expect, test } from 'vitest';
import { differenceLines } from '../../../common/protocol-tests/index.ts';
import type { SequenceStep } from '../../../common/protocol-tests/step-schema.ts';
import { type Sequence, sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { type SequenceOutcome, startSequence } from './run.ts';

const text = (written: string) => ({ format: 'text', text: written }) as const;
const says = (written: string) => ({ type: 'send', payload: text(written) }) as const;
const hears = (written: string, withinMs = 60_000) =>
	({ type: 'expect', expectation: { type: 'bytes', pattern: text(written) }, withinMs }) as const;
const contains = (written: string) =>
	({ type: 'expect', expectation: { type: 'contains', pattern: text(written) }, withinMs: 60_000 }) as const;
const hearsEnd = { type: 'expect-end', withinMs: 60_000 } as const;

const sequence = (port: number, steps: readonly object[], client: object = {}): Sequence =>
	sequenceSchema.parse({
		name: 'greetings',
		client: { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port, ...client },
		steps,
	});

async function hello(...args: string[]): Promise<number> {
	return Number(await new Peer('hello_server', args).line());
}

const statuses = ({ results }: SequenceOutcome) => results.map(({ status }) => status);

test('connect, expect, send, expect, send, expect the end: passes, however the bytes are split', async () => {
	const bench = new TestBench();
	const steps = [hears('Welcome!'), says('Ann'), hears('Hello, Ann~'), says('exit'), hearsEnd];
	for (const pieces of [[], ['0.001']]) {
		const run = startSequence(bench.engine, sequence(await hello(...pieces), steps), () => undefined);
		const outcome = await run.done;
		expect(outcome).toMatchObject({ status: 'passed' });
		expect(statuses(outcome)).toEqual(Array(6).fill('passed'));
	}
	// Its endpoints are gone, and all events were recorded under its name.
	expect(bench.engine.endpoints()).toEqual([]);
});

test('a wrong byte fails its step, shows the difference, and later steps do not run', async () => {
	const bench = new TestBench();
	const steps = [hears('Welcome?'), says('Ann')];
	const outcome = await startSequence(bench.engine, sequence(await hello(), steps), () => undefined).done;
	expect(outcome.status).toBe('failed');
	expect(statuses(outcome)).toEqual(['passed', 'failed', 'waiting']);
	const { difference } = outcome.results[1] ?? {};
	if (!difference) throw new Error('There is no difference.');
	expect(differenceLines(difference)[0]).toBe('At byte 7 (0x7): expected 3f “?”, got 21 “!”.');
});

test.each([
	['data that arrives too late', [hears('Welcome!'), hears('more', 100)], 'Nothing came within 100 ms.'],
	// Already received bytes are available on a slow machine too.
	['too little', [contains('Wel'), hears('come! And', 300)], 'Only 5 bytes came within 300 ms.'],
	[
		'an end that does not come',
		[hears('Welcome!'), { type: 'expect-end', withinMs: 100 }],
		'The peer did not end within 100 ms.',
	],
	['bytes before the end', [says('exit'), hearsEnd], 'Bytes came that no step expects.'],
	['an end before the bytes', [hears('Welcome!'), says('exit'), hears('more')], 'The connection ended before.'],
] as const)('%s fails with a sentence', async (_what, steps, message) => {
	const bench = new TestBench();
	const { status, results } = await startSequence(bench.engine, sequence(await hello(), steps), () => undefined).done;
	expect(status).toBe('failed');
	expect(results.find((result) => result.status === 'failed')).toMatchObject({ message });
});

test('patterns: contains, regular expression, any; the rest is left for the next step', async () => {
	const bench = new TestBench();
	const steps: object[] = [
		contains('come'),
		hears('!'),
		says('A1B2'),
		{ type: 'expect', expectation: { type: 'regex', pattern: 'hello, [A-Z]\\d', ignoreCase: true }, withinMs: 60_000 },
		{ type: 'expect', expectation: { type: 'any' }, withinMs: 60_000 },
		{ type: 'wait', ms: 1 },
		{ type: 'end' },
	];
	const outcome = await startSequence(bench.engine, sequence(await hello(), steps), () => undefined).done;
	expect(outcome.results.filter(({ status }) => status !== 'passed')).toEqual([]);
});

test('without a listener connecting fails, with the errno', async () => {
	const bench = new TestBench();
	const { engine } = bench;
	const { id, local } = await bench.start({ kind: 'tcp-server', name: 'gone', port: 0 });
	await engine.remove(id);
	const outcome = await startSequence(engine, sequence(local.port, [hears('x')]), () => undefined).done;
	expect(outcome).toMatchObject({ status: 'failed', results: [{ status: 'failed' }, { status: 'waiting' }] });
	expect(outcome.results[0]?.message).toMatch(/refused/);
});

test('datagrams are compared one at a time', async () => {
	const bench = new TestBench();
	const { local } = await bench.preset('udp-hello');
	const client = { kind: 'udp', host: '127.0.0.1', port: 0, remote: { host: '127.0.0.1', port: local.port } };
	const good = sequence(1, [says('Ann'), hears('Hello,Ann~'), says(''), hears('Hello,~')], client);
	expect(await startSequence(bench.engine, good, () => undefined).done).toMatchObject({ status: 'passed' });
	const short = sequence(1, [says('Ann'), hears('Hello,Ann')], client);
	const { status, results } = await startSequence(bench.engine, short, () => undefined).done;
	expect(status).toBe('failed');
	expect(results[2]?.difference).toMatchObject({ at: 9 });
});

test('a run is stopped while it waits, and its socket is closed', async () => {
	const bench = new TestBench();
	const waits = Promise.withResolvers<void>();
	const run = startSequence(
		bench.engine,
		sequence(await hello(), [hears('Welcome!'), hears('x', 60_000)]),
		(results) => {
			if (results[2]?.status === 'running') waits.resolve();
		},
	);
	await waits.promise;
	run.stop();
	expect(await run.done).toMatchObject({ status: 'stopped' });
	expect(bench.engine.connections()).toEqual([]);
});

test('an invalid step is refused before anything is opened', () => {
	const bench = new TestBench();
	const steps: SequenceStep[] = sequence(1, [
		says('x'),
		{ type: 'expect', expectation: { type: 'regex', pattern: 'a(' } },
	]).steps;
	expect(() => startSequence(bench.engine, sequence(1, steps), () => undefined)).toThrow(
		expect.objectContaining({ code: 'bad-input', details: expect.objectContaining({ path: 'steps[1].expectation' }) }),
	);
	expect(bench.engine.endpoints()).toEqual([]);
});

describe('templates in steps', () => {
	const withTemplate = (step: object) => ({ ...step, template: true });
	const variables = { who: 'Ann' };
	const bench = () => new TestBench({ names: { variables: () => variables, environment: () => undefined } });

	test('a message is filled in, and what is expected has its counter, time and random bytes', async () => {
		const engine = bench();
		const { local } = await engine.preset('class-tcp');
		const steps = [
			withTemplate(says('{{len u8}}{{counter}} {{var who}} {{uuid}} {{time iso}};')),
			withTemplate(hears('{{len u8}}{{counter}} Ann {{uuid}} {{time iso}}')),
			hears(';'),
			withTemplate(says('{{counter}}')),
			withTemplate(contains('{{counter}}')),
			says('{{counter}}'),
			hears('{{counter}}'),
		];
		const outcome = await startSequence(engine.engine, sequence(local.port, steps), () => undefined).done;
		expect(outcome.status).toBe('failed');
		// The first length counts the semicolon too, which is expected apart.
		expect(outcome.results[2]).toMatchObject({ status: 'failed', difference: { at: 0 } });
		const fitting = [
			steps[0],
			withTemplate(hears('{{len u8}}{{counter}} Ann {{uuid}} {{time iso}};')),
			...steps.slice(3),
		];
		const passed = await startSequence(
			engine.engine,
			sequence(
				local.port,
				fitting.filter((step) => step !== undefined),
			),
			() => undefined,
		).done;
		expect(passed).toMatchObject({ status: 'passed' });
	});

	test('each run counts from the start, and one that is wrong is refused with its place', async () => {
		const engine = bench();
		const { local } = await engine.preset('class-tcp');
		const steps = [withTemplate(says('{{counter}}')), hears('1')];
		for (let run = 0; run < 2; run++) {
			const { status } = await startSequence(engine.engine, sequence(local.port, steps), () => undefined).done;
			expect(status).toBe('passed');
		}
		const wrong = sequence(local.port, [hears('x'), withTemplate(says('a{{var you}}'))]);
		expect(() => startSequence(engine.engine, wrong, () => undefined)).toThrow(
			expect.objectContaining({
				code: 'bad-input',
				details: expect.objectContaining({ path: 'steps[1].payload', position: 7 }),
			}),
		);
		const unsent = sequence(local.port, [withTemplate(hears('{{random 4}}'))]);
		const outcome = await startSequence(engine.engine, unsent, () => undefined).done;
		expect(outcome.results[1]).toMatchObject({
			status: 'failed',
			message: 'The message that was sent last had fewer random bytes than are expected.',
		});
	});
});
