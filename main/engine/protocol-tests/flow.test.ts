import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UTF8 } from '../../../common/payload/charsets/charset.ts';
import { type Sequence, sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { compileMessage } from '../../../common/template/index.ts';
import { PROCESS_NAMES } from '../templates/draws.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { Filling } from './filling.ts';
import { type SequenceOutcome, startSequence } from './run.ts';

const text = (written: string) => ({ format: 'escaped', text: written }) as const;
const send = (on: string, written: string, template = false) => ({
	type: 'send',
	on,
	payload: text(written),
	template,
});
const bytes = (written: string) => ({ type: 'bytes', pattern: text(written) }) as const;
const expecting = (on: string, expectation: object, more: object = {}) => ({
	type: 'expect',
	on,
	expectation,
	withinMs: 60_000,
	...more,
});

/** A client and a server in one test: the client connects to whatever port the server has. */
const BOTH = {
	server: { server: { kind: 'tcp-server', name: 'server', host: '127.0.0.1', port: 0 } },
	client: { client: { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 1 }, to: 'server' },
};

const sequence = (steps: readonly object[], parts: object = {}): Sequence =>
	sequenceSchema.parse({ name: 'both', connections: BOTH, steps, ...parts });

const statuses = ({ results }: SequenceOutcome) => results.map(({ status }) => status);

async function outcomeOf(bench: TestBench, test: Sequence): Promise<SequenceOutcome> {
	return startSequence(bench.engine, test, () => undefined).done;
}

async function passes(test: Sequence, bench = new TestBench()): Promise<SequenceOutcome> {
	const outcome = await outcomeOf(bench, test);
	expect(outcome.results.filter(({ status }) => status === 'failed')).toEqual([]);
	expect(outcome.status).toBe('passed');
	return outcome;
}

test('both sides in one test: the server accepts by a step or at first use, captures, and answers with it', async () => {
	const bench = new TestBench();
	const steps = [
		send('client', 'login ann id=4711;'),
		expecting('server', { type: 'regex', pattern: 'login (?P<user>\\w+) id=(?P<id>\\d+);' }),
		send('server', 'hello {{var user}} {{var id}}{{var mark}}', true),
		expecting('client', bytes('hello ann {{var id}}!'), { template: true }),
		{ type: 'close', on: 'client' },
		{ type: 'expect-end', on: 'server', withinMs: 60_000 },
		{ type: 'open', on: 'client' },
	];
	// A client that a step opens does not connect before it.
	const refused = await outcomeOf(bench, sequence(steps, { variables: { mark: '!' } }));
	expect(refused.results[1]).toMatchObject({ status: 'failed', message: expect.stringContaining('open step') });
	const opened = [
		{ type: 'open', on: 'client' },
		{ type: 'accept', on: 'server', withinMs: 60_000 },
		...steps,
		{ type: 'accept', on: 'server', withinMs: 60_000 },
		send('server', 'again'),
		expecting('client', bytes('again')),
	];
	const run = startSequence(bench.engine, sequence(opened, { variables: { mark: '!' } }), () => undefined);
	expect(await run.done).toMatchObject({ status: 'passed' });
	expect(Object.fromEntries([...run.captured].map(([name, got]) => [name, Buffer.from(got).toString()]))).toEqual({
		user: 'ann',
		id: '4711',
	});
	expect(bench.engine.endpoints()).toEqual([]);
});

test('a branch takes the first case that is met, and waits for one that has started', async () => {
	const branch = (cases: readonly object[], more: object = {}) => ({
		type: 'branch',
		on: 'client',
		withinMs: 60_000,
		cases,
		...more,
	});
	const outcome = await passes(
		sequence([
			// Both bytes come at once: what the branch sees does not depend on the machine.
			send('server', '>O'),
			expecting('client', bytes('>')),
			// “any” would be met at once, but the received bytes are a beginning of “OK”.
			branch(
				[
					{ expectation: bytes('OK'), steps: [send('client', 'fine')] },
					{ expectation: { type: 'any' }, steps: [send('client', 'no')] },
				],
				{ withinMs: 50 },
			),
			expecting('server', bytes('no')),
			send('server', 'ERR 7'),
			branch([
				{ expectation: bytes('OK') },
				{ expectation: { type: 'hex', pattern: '45 ?? 52' }, steps: [expecting('client', bytes(' 7'))] },
			]),
			branch([{ expectation: bytes('OK') }], { withinMs: 20, otherwise: [send('client', 'quiet')] }),
			expecting('server', bytes('quiet')),
		]),
	);
	expect(outcome.results.filter(({ taken }) => taken !== undefined).map(({ taken }) => taken)).toEqual([1, 1, 1]);
});

test('a branch that nothing meets fails with the received bytes, and the steps after it do not run', async () => {
	const cases = [{ expectation: bytes('OK') }, { expectation: bytes('ON'), steps: [{ type: 'wait', ms: 1 }] }];
	const outcome = await outcomeOf(
		new TestBench(),
		sequence([send('server', 'OX'), { type: 'branch', on: 'client', withinMs: 60_000, cases }, send('client', 'x')]),
	);
	expect(statuses(outcome)).toEqual(['passed', 'passed', 'failed', 'waiting', 'waiting']);
	expect(outcome.results[2]).toMatchObject({ message: 'Something else came.', difference: { at: 1 } });
});

test('loops: a number of rounds, while lines come, until an answer, and leaving', async () => {
	const line = { type: 'regex', pattern: '^(?P<line>[^\\n]*)\\n' };
	const { results } = await passes(
		sequence([
			{ type: 'repeat', times: 3, steps: [send('server', '{{counter}}', true)] },
			expecting('client', bytes('123')),
			// What the loop consumes comes at once: a slow machine does not end it early.
			send('server', '>1\\n2\\n3\\n'),
			expecting('client', bytes('>')),
			{
				type: 'repeat',
				while: { on: 'client', expectation: line, withinMs: 100 },
				steps: [send('client', '{{var line}},', true)],
			},
			expecting('server', bytes('1,2,3,')),
			{
				type: 'repeat',
				times: 50,
				until: { on: 'client', expectation: { type: 'contains', pattern: text('5;') }, withinMs: 50 },
				steps: [send('server', '{{counter start=4}};', true), { type: 'wait', ms: 1 }],
			},
		]),
	);
	const runs = results.map((result) => result.runs);
	expect([runs[1], runs[2], runs[6], runs[7]]).toEqual([undefined, 3, undefined, 3]);
	expect(runs[10]).toBeGreaterThanOrEqual(2);
	// On a connection of its own: the loop before it may have sent more than it waited for.
	const left = await passes(
		sequence([
			{
				type: 'repeat',
				times: 9,
				steps: [
					send('server', '{{counter start=7}}', true),
					{
						type: 'branch',
						on: 'client',
						withinMs: 60_000,
						cases: [
							{ expectation: { type: 'regex', pattern: '9' }, steps: [{ type: 'leave' }] },
							{ expectation: { type: 'length', bytes: 1 } },
						],
					},
				],
			},
		]),
	);
	expect(left.results.slice(1).map((result) => result.runs)).toEqual([undefined, 3, 3, 1]);
});

test('a loop that never gets its answer fails, and one whose step fails says in which round', async () => {
	const until = { on: 'client', expectation: bytes('ready'), withinMs: 10 };
	const never = await outcomeOf(new TestBench(), sequence([{ type: 'repeat', times: 3, until, steps: [] }]));
	expect(never.results[1]).toMatchObject({ status: 'failed', message: 'What it waits for came in none of 3 rounds.' });
	const steps = [send('server', '{{counter}}', true), expecting('client', { type: 'hex', pattern: '31' })];
	const second = await outcomeOf(new TestBench(), sequence([{ type: 'repeat', times: 3, steps }]));
	expect(second.results[1]).toMatchObject({ status: 'failed', message: 'In round 2 a step in it has failed.' });
	expect(second.results[3]).toMatchObject({ status: 'failed', message: 'Something else came.', runs: 2 });
});

test('a run ends at its limits: its time, and its steps; it serves others meanwhile', async () => {
	const endless = [{ type: 'repeat', times: 100_000, steps: [{ type: 'repeat', times: 100_000, steps: [] }] }];
	const bench = new TestBench();
	const late = await outcomeOf(bench, sequence(endless, { withinMs: 50 }));
	// On a slow machine already the start, which counts too.
	const failed = late.results.findLast(({ status }) => status === 'failed');
	expect(failed).toMatchObject({ message: 'The test took longer than 50 ms.' });
	const run = startSequence(bench.engine, sequence(endless), () => undefined);
	setImmediate(() => run.stop());
	expect(await run.done).toMatchObject({ status: 'stopped', results: [{}, { status: 'waiting' }, {}] });
});

test('setup: endpoints of the workspace are started before and stopped after, unless they ran', async () => {
	const bench = new TestBench();
	const { id: ran } = await bench.start({ kind: 'tcp-server', name: 'ran', host: '127.0.0.1', port: 0 });
	const echo = bench.create({
		kind: 'tcp-server',
		name: 'echo',
		host: '127.0.0.1',
		port: 0,
		responder: { rules: [{ match: { type: 'any' }, reply: { format: 'text', text: '{{data}}' } }] },
	});
	const proxy = bench.create({
		kind: 'tcp-proxy',
		name: 'proxy',
		host: '127.0.0.1',
		port: 0,
		target: { host: '127.0.0.1', port: 1 },
	});
	const client = { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 1 };
	const connections = { echoed: { client, to: 'server' }, server: { endpoint: 'echo' } };
	const steps = [send('echoed', 'ping'), expecting('echoed', bytes('ping')), expecting('server', bytes('ping'))];
	await passes(sequence(steps, { connections, setup: ['proxy', ran] }), bench);
	const status = (id: string) => bench.engine.endpoint(id)?.status;
	expect([ran, echo.id, proxy.id].map(status)).toEqual(['open', 'stopped', 'stopped']);
	expect(() => startSequence(bench.engine, sequence(steps, { connections, setup: ['gone'] }), () => undefined)).toThrow(
		expect.objectContaining({ code: 'bad-input', details: expect.objectContaining({ path: 'setup[0]' }) }),
	);
	expect(() =>
		startSequence(
			bench.engine,
			sequence(steps, { connections: { echoed: { endpoint: 'proxy' }, server: { endpoint: 'echo' } } }),
			() => undefined,
		),
	).toThrow(expect.objectContaining({ details: expect.objectContaining({ path: 'connections.echoed.endpoint' }) }));
	expect(bench.engine.endpoints()).toHaveLength(3);
});

test('datagrams: each peer of a socket is a connection, accepted in order', async () => {
	const socket = { kind: 'udp', name: 'socket', host: '127.0.0.1', port: 0 };
	const client = { client: { ...socket, remote: { host: '127.0.0.1', port: 1 } }, to: 'first' };
	const bench = new TestBench();
	const { id } = bench.create({ kind: 'udp', name: 'shared', host: '127.0.0.1', port: 0 });
	const connections = { a: client, b: client, first: { endpoint: id }, second: { endpoint: id } };
	await passes(
		sequence(
			[
				send('a', 'one'),
				expecting('first', { type: 'length', min: 1, max: 3 }),
				send('b', 'two'),
				{ type: 'accept', on: 'second', withinMs: 60_000 },
				expecting('second', { type: 'hex', pattern: '74 *' }),
				send('first', '1'),
				expecting('a', bytes('1')),
				send('second', '2'),
				expecting('b', bytes('2')),
			],
			{ connections },
		),
		bench,
	);
	const wrong = await outcomeOf(
		bench,
		sequence([send('a', 'long'), expecting('first', { type: 'length', max: 3 })], { connections }),
	);
	expect(wrong.results[2]).toMatchObject({ status: 'failed', difference: { at: 3 } });
});

test('a variable that nothing has captured yet fails its step; one that nothing ever captures is refused', async () => {
	const capture = expecting('server', { type: 'regex', pattern: '(?P<id>.)' });
	const early = await outcomeOf(new TestBench(), sequence([send('client', '{{var id}}', true), capture]));
	expect(early.results[1]).toMatchObject({ status: 'failed', message: expect.stringContaining('no variable “id”') });
	const nested = { type: 'repeat', times: 2, steps: [send('client', 'x'), send('client', '{{var nope}}', true)] };
	expect(() => startSequence(new TestBench().engine, sequence([nested]), () => undefined)).toThrow(
		expect.objectContaining({ details: expect.objectContaining({ path: 'steps[0].steps[1].payload', position: 6 }) }),
	);
});

test('whatever bytes are captured, a template sends the same', () => {
	const compiled = compileMessage({ ...text('<{{var it}}>'), lineEnding: 'none', checksum: 'none' }, UTF8);
	if (!compiled.ok) throw new Error(compiled.message);
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 40 }), (captured) => {
			const filling = new Filling(PROCESS_NAMES, { it: 'other' });
			filling.capture({ it: captured });
			expect([...filling.sent(compiled.message)]).toEqual([0x3c, ...captured, 0x3e]);
		}),
	);
});
