import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { startSequence } from '../protocol-tests/run.ts';
import { connectTo, startProxy, Target } from '../proxy/proxy.fixture.ts';
import { Peer, runPeer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { fitsThisTurn } from './loop-budget.ts';
import { RuleThread } from './rule-thread.ts';

/** Takes many seconds on a message of 60 KB. */
const SLOW = '(.*a){900}$';
const text = (written: string) => ({ format: 'text', text: written }) as const;
const escaped = (written: string) => ({ format: 'escaped', text: written }) as const;
const regex = (pattern: string) => ({ type: 'regex', pattern, ignoreCase: false }) as const;
const rule = (pattern: string, reply: string) => ({
	match: regex(pattern),
	delayMs: 0,
	reply: escaped(reply),
	after: 'keep' as const,
});
const lines = { kind: 'tcp-server', name: 'lines', host: '127.0.0.1', port: 0, framing: { type: 'line' } } as const;

test('a message that keeps a regular expression busy for seconds blocks no other connection, nor the stop', async () => {
	const bench = new TestBench();
	const { id, args } = await bench.start({
		...lines,
		responder: { rules: [rule(SLOW, 'no\\n'), rule('ping', 'pong\\n')] },
	});
	const slow = new Peer('line_client', [...args, 'abcdefgh, jklm*70000']);
	await bench.sink.until(() => bench.sink.bytes(1, 'in').length > 980_000);
	expect(await runPeer('tcp_client', [...args, '70696e670a'])).toEqual(['706f6e670a']);
	expect(bench.sink.bytes(1, 'out')).toHaveLength(0);
	await bench.engine.stop(id);
	await slow.kill();
});

test('a large datagram does not either', async () => {
	const bench = new TestBench();
	const rules = [rule(SLOW, 'no'), rule('ping', 'pong')];
	const { id, args } = await bench.start({
		kind: 'udp',
		name: 'udp',
		host: '127.0.0.1',
		port: 0,
		responder: { rules },
	});
	const slow = new Peer('udp_asker', [...args, 'abcdefgh, jklm'.repeat(4500)]);
	await bench.sink.until(() => bench.sink.bytes(1, 'in').length === 63_000);
	expect(await runPeer('udp_asker', [...args, 'ping'])).toEqual(['pong']);
	expect(bench.sink.bytes(1, 'out')).toHaveLength(0);
	await bench.engine.stop(id);
	await slow.kill();
});

test("large and small messages are answered in order, with each one's captures, and an ending answer ends the connection", async () => {
	const bench = new TestBench();
	const rules = [
		rule('^(.*,){10}(.*)$', '{{2}} {{n}} {{data|length}}\\n'),
		rule('^small', '{{data}} {{n}}\\n'),
		{ ...rule('^end', 'bye\\n'), after: 'end' as const },
	];
	const { args } = await bench.start({ ...lines, responder: { rules }, charset: 'utf-8' });
	const sent = ['small', ',*20000', 'small', `${'x,'.repeat(12)}end of it`, ',a*10000', 'end,,,,,,,,,', 'end', 'small'];
	expect(await runPeer('line_client', [...args, ...sent])).toEqual([
		'small 1',
		' 2 20000',
		'small 3',
		'end of it 4 33',
		'a 5 20000',
		'bye',
	]);
});

test('thirty thousand small messages in a few reads are answered in order', async () => {
	const bench = new TestBench();
	const rules = [
		...Array.from({ length: 20 }, () => rule('never', 'x')),
		{ ...rule('x', '{{n}}\\n'), match: { type: 'any' as const } },
	];
	const { args } = await bench.start({ ...lines, responder: { rules } });
	const answers = await runPeer('line_client', [...args, '@30000*', '--shut']);
	expect(answers).toEqual(Array.from({ length: 30_000 }, (_, n) => String(n + 1)));
});

test('a turn of the loop answers at most its share, and the next one continues', async () => {
	let fitted = 0;
	while (fitsThisTurn(1_000_000)) fitted++;
	expect(fitted).toBeLessThan(25);
	expect(fitsThisTurn(1)).toBe(false);
	// The first is still in the same turn, after its poll.
	await turn();
	await turn();
	expect(fitsThisTurn(1)).toBe(true);
});

test('a rule that does not finish is abandoned, named with its message; the next message is answered', async () => {
	const rules = [{ ...rule('x', 'x'), match: { type: 'equals' as const, pattern: text('xyz') } }, rule(SLOW, 'no')];
	const thread = new RuleThread(
		{ type: 'responder', responder: { rules }, charset: 'utf-8', programs: new Map() },
		300,
	);
	onTestFinished(() => thread.stop());
	const slow = thread.answer(Buffer.from('abcdefgh, jklm'.repeat(70_000)), 0, 'start');
	const next = thread.answer(Buffer.from('xyz'), 0, 'start');
	await expect(slow).rejects.toMatchObject({
		code: 'timeout',
		message:
			'Rule 2 had not finished with a message of 980000 bytes after 300 ms, and was given up. Simplify its regular expression, or cut shorter messages.',
	});
	expect(await next).toMatchObject({ rule: 0 });
});

test('a proxy rewrites an expensive message on the thread, and passes on later bytes after it', async () => {
	const bench = new TestBench();
	const target = new Target();
	// Each match scans the rest: the time grows with the square of the message.
	const rewrite = {
		toTarget: [{ match: regex('a[^b]*b|a'), replace: text('x'), scope: 'matches' as const }],
		toClient: [],
	};
	const proxy = await startProxy(bench, await target.listen(), { framing: { type: 'line' }, rewrite });
	const client = await connectTo(proxy);
	const there = await target.accepted();
	client.end(`${'a'.repeat(3000)}\nab\n${','.repeat(10)}\n`);
	const parts: Buffer[] = [];
	there.on('data', (part: Buffer) => parts.push(part));
	await once(there, 'end');
	expect(Buffer.concat(parts).toString()).toBe(`${'x'.repeat(3000)}\nx\n${','.repeat(10)}\n`);
});

test('an expectation over many bytes runs on the thread, and ends at its timeout', async () => {
	const bench = new TestBench();
	const { local } = await bench.start({
		...lines,
		framing: { type: 'none' },
		responder: { onOpen: { reply: text(`${'abcdefgh, jklm'.repeat(15_000)}END`) }, rules: [] },
	});
	const run = (pattern: string, withinMs: number) =>
		startSequence(
			bench.engine,
			sequenceSchema.parse({
				name: 'much',
				client: { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: local.port },
				steps: [{ type: 'expect', expectation: { type: 'regex', pattern }, withinMs }],
			}),
			() => undefined,
		).done;
	expect(await run('^(.*,){10}.*END$', 60_000)).toMatchObject({ status: 'passed' });
	const late = await run(SLOW, 100);
	expect(late.status).toBe('failed');
	expect(late.results[1]?.message).toMatch(/within 100 ms/);
});
