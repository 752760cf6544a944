import { describe, expect, test } from 'vitest';
import { Peer, runPeer, unhex } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { Client, scripted } from './script.fixture.ts';

describe('over TCP', () => {
	test('a Python client is answered by the script, in order, with the state of its connection', async () => {
		const bench = new TestBench();
		const { args } = await bench.start(
			scripted(`
				let all = 0;
				function onMessage(message, connection) {
					connection.state.n = (connection.state.n ?? 0) + 1;
					all += message.length;
					connection.send(pack('>BHI', connection.state.n, message.length, all));
				}`),
		);
		expect(await runPeer('tcp_client', [...args, '616263', '64'])).toEqual(['01000300000003', '02000100000004']);
		expect(await runPeer('tcp_client', [...args, '00'])).toEqual(['01000100000005']);
	});

	test('bytes of any value arrive and leave unchanged, and so does text with zero characters', async () => {
		const bench = new TestBench();
		const started = await bench.start(
			scripted("function onMessage(m, c) { c.send(m.bytes); c.send(text(m.bytes, 'latin1') + '\\0|' + m.hex); }"),
		);
		const all = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)).join('');
		const client = new Client(started).say(all);
		const wanted = `${all}${Buffer.from(`${all}\0|${Buffer.from(all, 'latin1').toString('hex')}`).toString('latin1')}`;
		expect(await client.until((text) => text.length >= wanted.length)).toBe(wanted);
	});

	test('text is converted between charsets, and a character that one lacks is an error of the script', async () => {
		const bench = new TestBench();
		const started = await bench.start(
			scripted("function onMessage(m, c) { c.send(bytes(text(m.bytes, 'gbk').replace('?', '👋'), 'big5')); }"),
		);
		const latin = (hex: string) => Buffer.from(hex, 'hex').toString('latin1');
		// 服, which both have
		const client = new Client(started).say(latin('b7fe'));
		expect(await client.until((text) => text.length >= 2)).toBe(latin('aa41'));
		client.say('?');
		await bench.sink.waitFor((event) => event.kind === 'error');
		const errors = bench.sink.events.filter(({ kind }) => kind === 'error').map(({ text }) => text);
		expect(errors).toEqual([expect.stringContaining('Character 1: ')]);
	});

	test('head and terminator of a message, its number, and both ends', async () => {
		const bench = new TestBench();
		const started = await bench.start(
			scripted(
				"function onMessage(m, c) { c.send([m.n, hex(m.eol), m.text, c.local, c.id].join(' ') + '\\n'); }",
				{},
				{ type: 'delimiter', delimiter: { format: 'escaped', text: ';;' } },
			),
		);
		const client = new Client(started).say('a;;b;;');
		const local = `127.0.0.1:${started.local.port}`;
		const id = bench.connection.bind(bench);
		const text = await client.until((all) => all.split('\n').length > 2);
		expect(text).toBe(`1 3b3b a ${local} ${id(started.id)}\n2 3b3b b ${local} ${id(started.id)}\n`);
	});

	test("the peer’s end: the script's reply to it, and its delayed calls, precede our FIN", async () => {
		const bench = new TestBench();
		const { args } = await bench.start(
			scripted(`
				function onOpen(c) { c.send('hello '); }
				function onMessage(m, c) {
					const cancel = c.after(1, () => c.send('never'));
					cancel();
					// Long after the peer's end, which follows the message at once.
					c.after(600, () => c.send(' later'));
				}
				function onEnd(c) { c.send('end'); c.after(3_600_000, () => 0)(); }`),
		);
		const [all] = await runPeer('tcp_read_all', [...args, '--shut', '61']);
		expect(unhex(all)).toBe('hello end later');
	});

	test('it ends and resets connections', async () => {
		const bench = new TestBench();
		const started = await bench.start(
			scripted(
				"function onMessage(m, c) { c.send('last'); m.text === 'end' ? c.end() : c.reset(); c.after(0, () => c.send('x')); }",
			),
		);
		const ended = new Client(started).say('end');
		expect(await ended.until((_text, over) => over)).toBe('last');
		await bench.sink.waitFor((event) => event.text.includes('Nothing more can be sent on this connection.'));
		const broken = new Client(started).say('reset');
		broken.socket.on('error', () => undefined);
		await bench.sink.waitFor((event) => event.kind === 'reset' && event.direction === 'out');
	});

	test('an async handler answers later, and its later errors have their place', async () => {
		const bench = new TestBench();
		const started = await bench.start(
			scripted(`async function onMessage(m, c) {
  await new Promise((resolve) => c.after(5, resolve));
  c.send('after');
  throw new RangeError('too late');
}`),
		);
		const client = new Client(started).say('x');
		await client.until((text) => text === 'after');
		const error = await bench.sink.waitFor((event) => event.kind === 'error');
		expect(error).toMatchObject({ connection: 1, text: 'Script, line 4, column 23: RangeError: too late' });
	});

	test('its log entries are notes: of a connection, or of the endpoint', async () => {
		const bench = new TestBench();
		const started = await bench.start(
			scripted("log('started', { a: [1] }); function onMessage(m, c) { console.log(m.bytes, m.text, c); }"),
		);
		new Client(started).say('ab');
		await bench.sink.waitFor((event) => event.connection === 0 && event.text === 'started {"a":[1]}');
		const note = await bench.sink.waitFor((event) => event.kind === 'note' && event.connection === 1);
		expect(note.text).toBe('61 62 ab connection 1');
	});

	test('a script without handlers is reported', async () => {
		const bench = new TestBench();
		await bench.start(scripted('function onmessage(m, c) { c.send(m.bytes); }'));
		const note = await bench.sink.waitFor((event) => event.kind === 'note');
		expect(note.text).toMatch(/^The script defines none of onOpen, onMessage, /);
	});

	test('a message to all reaches all others, also when one was ended or exceeded a limit', async () => {
		const bench = new TestBench();
		const started = await bench.start(
			scripted(
				`function onMessage(m, c) {
					if (m.text === 'loop') for (;;);
					if (m.text === 'bye') return c.end();
					for (const one of connections()) one.send(m.text + connections().length);
				}`,
				{ timeMs: 100 },
			),
		);
		const [looping, leaving, third] = [new Client(started), new Client(started), new Client(started)];
		third.say('a');
		await third.until((text) => text === 'a3');
		looping.say('loop');
		await bench.sink.waitFor((event) => event.kind === 'error');
		leaving.say('bye');
		await leaving.until((_text, ended) => ended);
		third.say('b');
		await third.until((text) => text === 'a3b1');
		expect(bench.sink.events.filter(({ kind }) => kind === 'error')).toHaveLength(1);
	});

	test('every start runs the script again', async () => {
		const bench = new TestBench();
		const config = scripted('let n = 0; function onMessage(m, c) { n += 1; c.send(String(n)); }');
		const { id } = bench.create(config);
		for (let time = 0; time < 2; time++) {
			const { local } = await bench.engine.start(id);
			if (!local) throw new Error('It listens.');
			const client = new Client({ id, local, args: ['', ''] }).say('x');
			expect(await client.until((text) => text !== '')).toBe('1');
			await bench.engine.stop(id);
		}
	});

	test('a client answers by its script too', async () => {
		const bench = new TestBench();
		const server = await bench.start(
			scripted("function onOpen(c) { c.send('question'); } function onMessage(m) { log(m.text); }"),
		);
		await bench.start({
			kind: 'tcp-client',
			name: 'client',
			host: '127.0.0.1',
			port: server.local.port,
			responder: { script: { source: "function onMessage(m, c) { c.send(m.text + ' answered'); }" } },
		});
		await bench.sink.waitFor((event) => event.kind === 'note' && event.text === 'question answered');
	});
});

test('over UDP each datagram is a call, also an empty one, and each peer has its state', async () => {
	const bench = new TestBench();
	const { args } = await bench.start({
		kind: 'udp',
		name: 'udp',
		responder: {
			script: {
				source: `function onMessage(m, c) {
					c.state.n = (c.state.n ?? 0) + 1;
					c.send(concat([c.state.n], m.bytes));
				}`,
			},
		},
	});
	const [line = ''] = await runPeer('udp_clients', [...args, '6162', '', '00']);
	expect(JSON.parse(line)).toEqual(
		[0, 1].flatMap((socket) => ['016162', '02', '0300'].map((answer) => [socket, answer, true])),
	);
});

describe('failures', () => {
	test('a script with a syntax error, or that fails when it starts, is refused with its place, and nothing listens', async () => {
		const bench = new TestBench();
		const { id } = bench.create(scripted('let a = 1;\nlet b = = 2;'));
		const details = { path: 'responder.script', line: 2, column: 9 };
		await expect(bench.engine.start(id)).rejects.toMatchObject({ code: 'bad-input', details });
		expect(bench.engine.endpoint(id)).toMatchObject({ status: 'failed', error: { details } });
		const other = bench.create(scripted('\n  missing();'));
		await expect(bench.engine.start(other.id)).rejects.toThrow('line 2, column 3: ReferenceError');
		expect(bench.sink.events.some((event) => event.kind === 'listening')).toBe(false);
	});

	test('an error is an event with line and column; the next message is answered', async () => {
		const bench = new TestBench();
		const started = await bench.start(
			scripted("function onMessage(m, c) {\n  if (m.text === 'bad') m.no.thing;\n  c.send('good');\n}"),
		);
		const client = new Client(started).say('bad');
		const error = await bench.sink.waitFor((event) => event.kind === 'error');
		expect(error.text).toBe("Script, line 2, column 29: TypeError: cannot read property 'thing' of undefined");
		expect(bench.engine.endpoint(started.id)?.scriptFault).toMatchObject({ line: 2, column: 29 });
		client.say('fine');
		expect(await client.until((text) => text !== '')).toBe('good');
	});

	test('an endless script is stopped with the endpoint, at once', async () => {
		const bench = new TestBench();
		const started = await bench.start(scripted('function onMessage() { while (true); }', { timeMs: 60_000 }));
		new Client(started).say('x');
		await bench.sink.waitFor((event) => event.kind === 'data');
		await bench.engine.stop(started.id);
		expect(bench.engine.endpoint(started.id)?.status).toBe('stopped');
		const loops = bench.create(scripted('while (true);', { timeMs: 60_000 }));
		const refused = expect(bench.engine.start(loops.id)).rejects.toThrow('stopped before it had started');
		await new Promise(setImmediate);
		expect(bench.engine.endpoint(loops.id)?.status).toBe('starting');
		await bench.engine.stop(loops.id);
		await refused;
	});

	test('so is one in an interpreter call that nothing interrupts', async () => {
		const bench = new TestBench();
		const source = "function onMessage() { 'a'.repeat(2e7).indexOf('a'.repeat(1e6) + 'b'); }";
		const started = await bench.start(scripted(source, { timeMs: 60_000 }));
		new Client(started).say('x');
		await bench.sink.waitFor((event) => event.kind === 'data');
		await bench.engine.stop(started.id);
		expect(bench.engine.endpoint(started.id)?.status).toBe('stopped');
	});
});

describe('presets', () => {
	test('the key-value store sets, gets, lists and deletes, and reports unknown commands', async () => {
		const bench = new TestBench();
		const { args } = await bench.preset('key-value');
		const said = Buffer.from('SET a 1 2\nGET a\nget b\nKEYS\nDEL a\nDEL a\nhuh\nQUIT\n').toString('hex');
		const [all] = await runPeer('tcp_read_all', [...args, said]);
		expect(unhex(all).split('\n').slice(1)).toEqual([
			'OK',
			'VALUE 1 2',
			'NONE',
			'a',
			'OK',
			'NONE',
			'What is huh?',
			'Bye',
			'',
		]);
	});

	test('the chat room forwards each text to the others, and announces leaving', async () => {
		const bench = new TestBench();
		const { args } = await bench.preset('chat');
		expect(await new Peer('chat_clients', args).rest()).toEqual(['Ann: hello', 'Zoë: hi Ann', '* Ann has gone']);
	});
});
