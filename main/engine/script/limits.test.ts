import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ScriptLimits } from '../../../common/contract/config/script.ts';
import { byTier } from '../../../common/tier.fixture.ts';
import { runPeer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { Sandbox } from './sandbox.ts';
import { Client, scripted } from './script.fixture.ts';

async function interpreter(): Promise<ArrayBuffer> {
	const file = new URL(import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'));
	return new Uint8Array(await readFile(file)).buffer;
}

/** The effect of each on the first message `x`; all others are echoed. */
const hostile: Record<string, [script: string, limits: Partial<ScriptLimits>, error: string]> = {
	'a loop': ['while (true);', { timeMs: 50 }, 'It computed for more than 50 ms'],
	'a loop that catches': ['for (;;) try { for (;;); } catch {}', { timeMs: 50 }, 'more than 50 ms'],
	'an expression that backtracks': ["/(a+)+b/.test('a'.repeat(99))", { timeMs: 50 }, 'more than 50 ms'],
	'promises without end': ['const f = () => Promise.resolve().then(f); f()', { timeMs: 50 }, 'more than 50 ms'],
	'memory in small pieces': ['const a = []; for (;;) a.push([])', { memoryMiB: 2, timeMs: 60_000 }, '2 MiB'],
	'a huge text': ["'x'.repeat(2 ** 29)", {}, 'its 32 MiB'],
	'messages that are all kept': [
		'globalThis.k ??= []; for (;;) k.push(m.bytes.slice())',
		{ memoryMiB: 2, timeMs: 60_000 },
		'2 MiB',
	],
	recursion: ['(function f() { f(); })()', {}, 'stack overflow'],
	'nested JSON': ["JSON.parse('['.repeat(1e5))", {}, 'stack overflow'],
	'much output': ["for (;;) c.send('x'.repeat(1000))", { outputKiB: 64 }, 'sent and logged more than 64 KiB'],
	'much output that catches': [
		"for (;;) try { c.send('x'.repeat(1000)) } catch {}",
		{ outputKiB: 64 },
		'more than 64 KiB',
	],
	'many notes': ["for (;;) log('x')", { outputKiB: 64 }, 'sent and logged more than 64 KiB'],
	'many delayed calls': ['for (;;) c.after(1e6, () => 0)', {}, 'RangeError: Too many delayed calls wait.'],
	'an error that cannot be read': [
		'throw { get message() { throw 1; }, toString() { throw 2; }, toJSON() { throw 3; } }',
		{},
		'cannot be shown',
	],
	'a proxy as error': ['throw new Proxy(class {}, { get() { while (true); } })', {}, 'Script'],
	'an error whose name loops': [
		"const e = new Error('e'); Object.defineProperty(e, 'name', { get() { while (true); } }); throw e",
		{},
		'Script',
	],
	'nothing as error': ['throw undefined', {}, 'This was thrown: undefined'],
	'our prototypes bent': [
		"Array.prototype.map = ArrayBuffer.prototype.slice = Uint8Array.prototype.slice = () => { throw new Error('bent'); }; Object.prototype.id = 7; Map.prototype.get = null; log('x')",
		{},
		'bent',
	],
	'our object bent': [
		"Object.defineProperty(c, 'send', { get() { throw new Error('no send'); } }); c.send('x')",
		{},
		'no send',
	],
	'another id': ["c.constructor.prototype.send.call({ id: 99 }, 'x')", {}, 'Nothing more can be sent'],
	'delays that are none': [
		'try { c.after(-1, () => 0) } catch (e) { log(e) } c.after(NaN, () => 0)',
		{},
		'A delay is 0 to 86400000',
	],
	'a look for ways out': [
		"const ways = ['process', 'require', 'fetch', 'WebAssembly', 'std', 'os', 'Worker', 'scriptArgs', 'print', 'host']; throw new Error('ways: ' + ways.filter((way) => way in globalThis) + '.')",
		{},
		'Error: ways: .',
	],
	'an import': ["return import('node:fs')", {}, "could not load module 'node:fs'"],
};

test.each(Object.entries(hostile))(
	'%s: an error that names it, and the endpoint continues',
	async (_name, [script, limits, error]) => {
		const bench = new TestBench();
		const source = `function onMessage(m, c) {\n  if (m.text !== 'x') { c.send(m.text); return; }\n  ${script}\n}`;
		const started = await bench.start(scripted(source, limits));
		const client = new Client(started).say('x');
		const reported = await bench.sink.waitFor((event) => event.kind === 'error');
		expect(reported.text).toContain(error);
		expect(bench.engine.endpoint(started.id)).toMatchObject({ status: 'open', scriptFault: {} });
		client.socket.resetAndDestroy();
		await bench.sink.waitFor((event) => event.kind === 'close');
		// Another connection: answered, unless the script had to be stopped as a whole; then it is accepted anyway.
		const other = new Client(started).say('y');
		other.socket.end();
		const text = await other.until((_text, ended) => ended);
		expect(text).toBe(reported.connection === 0 ? '' : 'y');
	},
);

/** Ways to exhaust the memory; all run under a limit of 8 MiB. */
const greedy: Record<string, string> = {
	'typed arrays': 'const a = []; for (;;) a.push(new Uint8Array(1e6).fill(1))',
	'typed arrays, and it catches': 'const a = []; for (;;) try { a.push(new Uint8Array(1e6).fill(1)) } catch { k() }',
	'small typed arrays': 'const a = []; for (;;) a.push(new Uint8Array(100))',
	texts: "const a = [], s = 'x'.repeat(1e6); for (let i = 0; ; i++) a.push(s + i)",
	'repeated texts': 'const a = []; for (let i = 0; ; i++) a.push(String(i).repeat(1e5))',
	arrays: 'const a = []; for (;;) a.push(new Array(1e5).fill(1))',
	'what a regular expression finds': "const a = [], s = 'ab'.repeat(1e5); for (;;) a.push(s.match(/(a)(b)/g))",
	'a regular expression': "/^(?:(a)|b)*?$/.test('ab'.repeat(2e6) + 'c')",
	JSON: 'const s = JSON.stringify(new Array(1e5).fill({})), a = []; for (;;) a.push(JSON.parse(s))',
	'a map': 'const a = new Map(); for (let i = 0; ; i++) a.set(i, { i })',
	recursion: 'const f = () => { const a = new Uint8Array(1e6).fill(1); f(); return a; }; f()',
	'a buffer that grows': 'const a = new ArrayBuffer(1, { maxByteLength: 1e9 }); for (let n = 1; ; n *= 2) a.resize(n)',
	'copies of buffers': 'const b = new ArrayBuffer(1e6), a = []; for (;;) a.push(b.slice())',
	'promises that wait': 'const a = []; for (;;) a.push(new Promise(() => {}))',
	'source text': "new Function('1+'.repeat(1e7) + '1')",
};

test.each(Object.entries(greedy))('memory has an effective limit: %s', async (_name, script) => {
	const kept = `let n = 0; function k() { if (++n > 20) throw null; } ${script}`;
	const limits = { timeMs: 60_000, memoryMiB: 8, outputKiB: 64 };
	const before = process.memoryUsage().rss;
	const sandbox = await Sandbox.open(await interpreter(), limits, () => 0);
	const outcome = sandbox.load(kept);
	expect(outcome).toMatchObject({ ended: 'broken', fault: { message: expect.stringContaining('8 MiB of memory') } });
	// 16 MiB of WebAssembly memory, and the rest of this process.
	expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});

test('a message that does not fit into the memory ends the script with a sentence, without overwriting other data', async () => {
	const limits = { timeMs: 60_000, memoryMiB: 8, outputKiB: 64 };
	const sandbox = await Sandbox.open(await interpreter(), limits, () => 0);
	const source = 'const a = []; try { for (;;) a.push(new Uint8Array(1e5).fill(1)) } catch {} function onMessage() {}';
	expect(sandbox.load(source)).toEqual({ ended: 'well' });
	const none = new Uint8Array(0);
	const outcome = sandbox.message(1, 1, new Uint8Array(4 << 20), none, none);
	expect(outcome).toMatchObject({ ended: 'broken', fault: { message: expect.stringContaining('8 MiB of memory') } });
});

test('output of a call that exceeds the limit is not sent, and that connection is not answered any more', async () => {
	const bench = new TestBench();
	const started = await bench.start(
		scripted("function onMessage(m, c) { c.send('first'); if (m.text === 'x') for (;;) c.send(m.bytes); }", {
			outputKiB: 1,
		}),
	);
	const client = new Client(started).say('a');
	await client.until((text) => text === 'first');
	client.say('x');
	await bench.sink.waitFor((event) => event.kind === 'error');
	client.say('b');
	client.socket.end();
	expect(await client.until((_text, ended) => ended)).toBe('first');
});

test('a peer that sends without reading is paused, and gets everything in order in the end', async () => {
	const bench = new TestBench();
	const started = await bench.start(scripted('function onMessage(m, c) { c.send(m.bytes); }'));
	const total = 16 * 1024 * 1024;
	const [report = ''] = await runPeer('blob_echo', [...started.args, String(total)]);
	const [sent, received] = report.split(' ');
	expect(received).toBe(sent);
});

test('to a peer that does not read, more than 16 MiB cannot be sent', async () => {
	const bench = new TestBench();
	const source = 'function onMessage(m, c) { for (let i = 0; i < 60; i++) c.send(new Uint8Array(1e6)); }';
	// Far more than the limit and the buffers of the system, which differ between machines.
	const started = await bench.start(scripted(source, { outputKiB: 60_000 }));
	const client = new Client(started);
	client.socket.pause();
	client.say('x');
	const error = await bench.sink.waitFor((event) => event.kind === 'error');
	expect(error.text).toContain('The peer does not read');
});

/** Far more than the buffers of the system hold answers. */
const CALLS = byTier(25, 50);

test('a script is not called for a connection with much unsent data; another one is answered meanwhile', async () => {
	const bench = new TestBench();
	const source = 'function onMessage(m, c) { log(m.n); c.send(new Uint8Array(2_000_000)); }';
	const started = await bench.start(scripted(source, {}, { type: 'line' }));
	const slow = new Client(started);
	slow.socket.pause();
	slow.say('a\n'.repeat(CALLS));
	await bench.sink.waitFor((event) => event.kind === 'note');
	const quick = new Client(started).say('b\n'.repeat(8));
	await quick.until((text) => text.length === 16_000_000);
	// The system's buffers and the one answer above them; the rest waits.
	const calls = () => bench.sink.events.filter((event) => event.kind === 'note' && event.connection === 1).length;
	expect(calls()).toBeLessThan(20);
	slow.socket.resume();
	await slow.until((text) => text.length === CALLS * 2_000_000);
	expect(calls()).toBe(CALLS);
});
