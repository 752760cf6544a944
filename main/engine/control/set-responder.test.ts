import { expect, test } from 'vitest';
import { type Responder, responderSchema } from '../../../common/contract/config/responder.ts';
import { Client } from '../script/script.fixture.ts';
import { type Started, TestBench } from '../testing/workbench.fixture.ts';

/** One rule for every message. */
const rules = (reply: string, delayMs = 0): Responder =>
	responderSchema.parse({ rules: [{ match: { type: 'any' }, reply: { format: 'text', text: reply }, delayMs }] });
const script = (source: string, timeMs = 1000): Responder =>
	responderSchema.parse({ script: { source, limits: { timeMs } } });

function serve(bench: TestBench, responder: Responder): Promise<Started> {
	return bench.start({ kind: 'tcp-server', name: 'server', port: 0, framing: { type: 'line' }, responder });
}

/** A client that has received its first answer. */
async function connected(started: Started, first: string): Promise<Client> {
	const client = new Client(started).say('a\n');
	await client.until((text) => text === first);
	return client;
}

test('new rules answer later messages, on open connections too; hits are counted from zero', async () => {
	const bench = new TestBench();
	const started = await serve(bench, rules('<{{n}}{{data}}>'));
	const client = await connected(started, '<1a>');
	const state = await bench.engine.setResponder(started.id, rules('[{{n}}{{data}}]'));
	expect(state.answers).toEqual({ hits: [0], unanswered: 0 });
	client.say('b\n');
	await client.until((text) => text === '<1a>[2b]');
	await connected(started, '[1a]');
	expect(bench.engine.endpoint(started.id)?.answers?.hits).toEqual([2]);
	expect(bench.sink.events.some(({ text }) => text === 'From now on one rule answers.')).toBe(true);
});

test('earlier messages are answered by the old rules, and before later ones', async () => {
	const bench = new TestBench();
	const started = await serve(bench, rules('slow ', 200));
	const client = new Client(started).say('a\n');
	await bench.sink.waitFor(({ kind }) => kind === 'data');
	await bench.engine.setResponder(started.id, script("function onMessage(m, c) { c.send('script ' + m.n); }"));
	client.say('b\n');
	expect(await client.until((text) => text.includes('script'))).toBe('slow script 2');
});

test('from rules to a script, to another, and back: open connections stay, and are not greeted again', async () => {
	const bench = new TestBench();
	const { engine } = bench;
	const started = await serve(bench, rules('rule {{n}} '));
	const client = await connected(started, 'rule 1 ');
	const say = async (line: string, all: string) => {
		client.say(`${line}\n`);
		await client.until((text) => text === all);
	};
	const greeting = "function onOpen(c) { c.send('hello '); }";
	await engine.setResponder(started.id, script(`${greeting} function onMessage(m, c) { c.send('one ' + m.n + ' '); }`));
	await say('b', 'rule 1 one 2 ');
	await engine.setResponder(
		started.id,
		script("function onMessage(m, c) { c.send('two ' + connections().length + ' '); }"),
	);
	await say('c', 'rule 1 one 2 two 1 ');
	await engine.setResponder(started.id, rules('rule {{n}} '));
	await say('d', 'rule 1 one 2 two 1 rule 4 ');
	await engine.setResponder(started.id, script(`${greeting} function onMessage(m, c) { c.end(); }`));
	const other = new Client(started);
	await other.until((text) => text === 'hello ');
	client.say('e\n');
	await client.until((_text, ended) => ended);
});

test('a busy script answers its messages; a peer that has ended meanwhile is answered by the next', async () => {
	const bench = new TestBench();
	const busy = "function onMessage(m, c) { for (const end = Date.now() + 150; Date.now() < end;); c.send('old '); }";
	const started = await serve(bench, script(busy));
	const client = new Client(started).say('a\n');
	await bench.sink.waitFor(({ kind }) => kind === 'data');
	await bench.engine.setResponder(started.id, rules('new'));
	client.say('b\n').socket.end();
	await client.until((_text, ended) => ended);
	expect(client.text).toBe('old new');
});

test('an invalid responder is refused with its place, and nothing changes', async () => {
	const bench = new TestBench();
	const started = await serve(bench, rules('ok '));
	const client = await connected(started, 'ok ');
	const bad = responderSchema.parse({ rules: [{ match: { type: 'regex', pattern: '(' } }] });
	await expect(bench.engine.setResponder(started.id, bad)).rejects.toMatchObject({
		code: 'bad-input',
		details: { path: 'responder.rules[0].match.pattern' },
	});
	await expect(bench.engine.setResponder(started.id, script('throw new Error("no")'))).rejects.toMatchObject({
		code: 'bad-input',
		details: { path: 'responder.script', line: 1 },
	});
	client.say('b\n');
	await client.until((text) => text === 'ok ok ');
	const proxy = bench.create({ kind: 'tcp-proxy', name: 'proxy', port: 0, target: { host: '127.0.0.1', port: 9 } });
	await expect(bench.engine.setResponder(proxy.id, rules('x'))).rejects.toMatchObject({ code: 'wrong-state' });
});

test('on a stopped endpoint they apply at the next start', async () => {
	const bench = new TestBench();
	const { id } = bench.create({ kind: 'tcp-server', name: 'server', port: 0 });
	await bench.engine.setResponder(id, rules('later'));
	const { local } = await bench.engine.start(id);
	if (local === undefined) throw new Error('It listens.');
	await connected({ id, local, args: [local.address, String(local.port)] }, 'later');
});
