import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as readAll } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { findPreset } from '../../../common/presets/index.ts';
import { hex, Peer, runPeer, unhex } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const CTIME =
	'(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ 1-3]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}';

test('timestamp-echo answers each read with the time and the data', async () => {
	const bench = new TestBench();
	const { args } = await bench.preset('timestamp-echo');
	const answers = await runPeer('tcp_client', [...args, hex('hepeng'), hex('again')]);
	expect(unhex(answers[0])).toMatch(new RegExp(`^\\[${CTIME}\\] hepeng$`));
	expect(unhex(answers[1])).toMatch(new RegExp(`^\\[${CTIME}\\] again$`));
	await bench.sink.waitFor((event) => event.kind === 'close');
	const story = bench.sink.story(1);
	expect(story[1]).toBe('in hepeng');
	expect(story[2]).toMatch(/^out \[.*\] hepeng$/);
	expect(story.slice(5)).toEqual(['end in', 'end out', 'close']);
});

test('timestamp-echo-client sends hepeng, and again after each answer, until the server ends', async () => {
	const bench = new TestBench();
	const server = new Peer('echo_server', ['2', '[time] ']);
	const preset = findPreset('timestamp-echo-client');
	if (preset?.config.kind !== 'tcp-client') throw new Error('It is a client.');
	const [rule] = preset.config.responder?.rules ?? [];
	if (!rule) throw new Error('It has a rule.');
	expect(rule.delayMs).toBe(10_000);
	const responder = { ...preset.config.responder, rules: [{ ...rule, delayMs: 50 }] };
	const { id } = await bench.start({ ...preset.config, responder, port: Number(await server.line()) });
	expect(await server.rest()).toEqual([hex('hepeng'), hex('hepeng')]);
	await bench.sink.waitFor((event) => event.kind === 'close');
	const story = bench.sink.story(1);
	expect(story.slice(0, 5)).toEqual(['open', 'out hepeng', 'in [time] hepeng', 'out hepeng', 'in [time] hepeng']);
	expect(story).toContain('end in');
	expect(bench.engine.endpoint(id)?.status).toBe('stopped');
});

test('line-server answers one line with its own line end, then closes', async () => {
	const bench = new TestBench();
	const { args } = await bench.preset('line-server');
	for (const [pieces, line] of [
		[['hepeng\r\n'], 'hepeng\r\n'],
		[['hep', 'eng', '\n'], 'hepeng\n'],
		[['one\ntwo\n'], 'one\n'],
	] as const) {
		const [all] = await runPeer('tcp_read_all', [...args, ...pieces.map(hex)]);
		expect(unhex(all)).toMatch(new RegExp(`^\\[${CTIME}\\] ${line}$`));
	}
	const [all] = await runPeer('tcp_read_all', [...args, '--shut', hex('no end')]);
	expect(unhex(all)).toMatch(new RegExp(`^\\[${CTIME}\\] no end$`));
});

test('greeting, one-shot and time-server answer once and close', async () => {
	const bench = new TestBench();
	const greeting = await bench.preset('greeting');
	expect(unhex((await runPeer('tcp_read_all', greeting.args))[0])).toBe('thank you for connecting');
	const oneShot = await bench.preset('one-shot');
	expect(unhex((await runPeer('tcp_read_all', [...oneShot.args, hex('can you hear me?')]))[0])).toBe('Yes');
	const time = await bench.preset('time-server');
	expect(unhex((await runPeer('tcp_read_all', time.args))[0])).toMatch(new RegExp(`^${CTIME}$`));
});

test('upper-echo leaves bytes other than ASCII letters unchanged', async () => {
	const bench = new TestBench();
	const { args } = await bench.preset('upper-echo');
	const [answer] = await runPeer('tcp_client', [...args, hex('abcZ1\xe9\x00{')]);
	expect(unhex(answer)).toBe('ABCZ1\xe9\x00{');
});

test('upper-echo serves many clients at once', async () => {
	const bench = new TestBench();
	const { args, id } = await bench.preset('upper-echo');
	expect(await runPeer('many_clients', [...args, '300'])).toEqual(['300']);
	await bench.sink.until(() => bench.sink.events.filter((event) => event.kind === 'close').length === 300);
	expect(bench.engine.endpoint(id)).toMatchObject({ status: 'open', connections: 0 });
});

test('hello-server welcomes, greets after a second, and closes at exit', async () => {
	const bench = new TestBench();
	const { args } = await bench.preset('hello-server');
	const [line] = await runPeer('hello_clients', args);
	const { slow, quick } = JSON.parse(line ?? '');
	expect(slow).toMatchObject({ answers: ['Welcome!', 'Hello, Ann~', 'Hello, Bob~', 'Hello, Cem~'], rest: '' });
	expect(quick).toMatchObject({ answers: ['Welcome!', 'Hello, Dan~'], rest: '' });
	expect(slow.seconds).toBeGreaterThanOrEqual(2.99);
	expect(quick.seconds).toBeGreaterThanOrEqual(0.99);
});

test('class-tcp echoes; a peer that has ended its side still gets the answer', async () => {
	const bench = new TestBench();
	const { args } = await bench.preset('class-tcp');
	const [all] = await runPeer('tcp_read_all', [...args, '--shut', hex('abc')]);
	expect(unhex(all)).toBe('abc');
	await bench.sink.waitFor((event) => event.kind === 'close');
	expect(bench.sink.story(1)).toEqual(['open', 'in abc', 'out abc', 'end in', 'end out', 'close']);
});

test('socat and nc that end their side at once get their answer', async () => {
	const bench = new TestBench();
	const { args } = await bench.preset('upper-echo');
	const [host, port] = args;
	for (const [command, ...options] of [
		['socat', '-t', '60', '-', `TCP:${host}:${port}`],
		['nc', '-N', host, port],
	] as const) {
		const child = spawn(command, options, { stdio: ['pipe', 'pipe', 'inherit'] });
		const closed = once(child, 'close');
		child.stdin.end('abc');
		expect(await readAll(child.stdout), command).toBe('ABC');
		await closed;
	}
});

test('udp-hello answers each datagram to its sender, also an empty one', async () => {
	const bench = new TestBench();
	const { args } = await bench.preset('udp-hello');
	const [line] = await runPeer('udp_clients', [...args, hex('Ann'), '', hex('\xff\x00')]);
	const expected = [0, 1].flatMap((peer) =>
		['Hello,Ann~', 'Hello,~', 'Hello,\xff\x00~'].map((answer) => [peer, hex(answer), true]),
	);
	expect(JSON.parse(line ?? '')).toEqual(expected);
	expect(bench.sink.connections.size).toBe(2);
	expect(bench.sink.story(1)).toEqual([
		'open',
		'in Ann',
		'out Hello,Ann~',
		'in ',
		'out Hello,~',
		'in \xff\x00',
		'out Hello,\xff\x00~',
	]);
	expect(bench.sink.connections.get(1)).toMatchObject({ role: 'accepted', protocol: 'udp', mirrored: false });
});

test('class-udp echoes datagrams of every size, to the largest', async () => {
	const bench = new TestBench();
	const { args } = await bench.preset('class-udp');
	const [line] = await runPeer(
		'udp_clients',
		[...args, '', '00ff', hex('x'.repeat(1472)), hex('y'.repeat(65_507))].slice(0, 6),
	);
	expect(JSON.parse(line ?? '').map((one: [number, string]) => one[1].length / 2)).toEqual([
		0, 2, 1472, 65_507, 0, 2, 1472, 65_507,
	]);
});

test('half-close answers the data that nc sent before its end, then closes', async () => {
	const bench = new TestBench();
	const [host, port] = (await bench.preset('half-close')).args;
	const child = spawn('nc', ['-N', host, port], { stdio: ['pipe', 'pipe', 'inherit'] });
	child.stdin.end('abc');
	expect(await readAll(child.stdout)).toBe('abc');
	await bench.sink.waitFor((event) => event.kind === 'close');
	expect(bench.sink.story(1)).toEqual(['open', 'in abc', 'end in', 'out abc', 'end out', 'close']);
});

test('write-to-closed: a late answer to a closed peer is an event of its connection alone', async () => {
	const bench = new TestBench();
	const { args, id } = await bench.preset('write-to-closed');
	await runPeer('reset_client', args.concat(hex('a')));
	const waits = runPeer('tcp_client', [...args, hex('b')]);
	await bench.sink.waitFor((event) => event.connection === 1 && event.kind === 'reset');
	expect((await waits).map(unhex)).toEqual(['late: b']);
	expect(bench.engine.endpoint(id)?.status).toBe('open');
	// A peer that has closed normally sends its RST only for the answer.
	await runPeer('tcp_leaver', args.concat(hex('c')));
	const broken = await bench.sink.waitFor((event) => event.connection === 3 && event.kind === 'error');
	expect(broken.text).toMatch(/^EPIPE \(32\): /);
	await bench.sink.waitFor((event) => event.connection === 3 && event.kind === 'close');
	expect(bench.sink.bytes(3, 'out').toString()).toBe('late: c');
	expect(bench.engine.endpoint(id)?.status).toBe('open');
});

test('receive-chunks numbers lines, however they were split', async () => {
	const bench = new TestBench();
	const { args } = await bench.preset('receive-chunks');
	const [all] = await runPeer('tcp_read_all', [...args, '--shut', hex('one\ntw'), hex('o\r\nthree\n')]);
	expect(unhex(all)).toBe('1 one\n2 two\r\n3 three\n');
});

test('http-client sends a correct request and reads to the end; its header and its body are in the capture', async () => {
	const bench = new TestBench();
	const server = new Peer('http_once', []);
	const preset = findPreset('http-client');
	if (preset?.config.kind !== 'tcp-client') throw new Error('It is a client.');
	const { id } = await bench.start({ ...preset.config, host: 'localhost', port: Number(await server.line()) });
	expect(await server.rest()).toEqual([hex('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')]);
	await bench.sink.waitFor((event) => event.kind === 'close');
	expect(bench.sink.bytes(1, 'in').toString()).toMatch(/^HTTP\/1\.0 200 OK\r\n.*\r\n\r\n<p>hello<\/p>$/s);
	expect(bench.engine.endpoint(id)?.status).toBe('stopped');
});
