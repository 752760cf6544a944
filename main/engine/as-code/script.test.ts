import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type EndpointConfigInput, endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { findPreset } from '../../../common/presets/index.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { runProgram, type Way, writtenConfig } from './program.fixture.ts';

const NODE: Way = { language: 'node', style: 'await' };
const LISTENING = /listening on\D*127\.0\.0\.1\D+(\d+)/;

/**
 * Goes through steps with clients, and prints all that each has received. A step is a client and what it sends, which it waits
 * for something after; `END` ends its side. A client is connected by its first step, and waits for a greeting.
 */
const CLIENTS = `import json, socket, sys
clients, heard = {}, {}
def listen(who):
    heard[who] = heard.get(who, b"") + clients[who].recv(65536)
for who, hears, text in json.loads(sys.argv[2]):
    if who not in clients:
        clients[who] = socket.create_connection(("127.0.0.1", int(sys.argv[1])), 60)
        listen(who)
    if text == "END": clients[who].shutdown(socket.SHUT_WR)
    else: clients[who].sendall(text.encode("latin-1"))
    for one in hears: listen(one)
for who, client in clients.items():
    try:
        client.shutdown(socket.SHUT_WR)
        while True:
            data = client.recv(65536)
            if not data: break
            heard[who] += data
    except OSError: heard[who] += b" and a reset"
print(json.dumps({who: heard[who].decode("latin-1") for who in sorted(heard)}))`;

/** Who sends, who waits for something then, and what is sent. */
type Step = readonly [who: string, hears: readonly string[], text: string];

const run = promisify(execFile);

async function heard(port: number, steps: readonly Step[]): Promise<Record<string, string>> {
	const { stdout } = await run('python3', ['-c', CLIENTS, String(port), JSON.stringify(steps)]);
	return JSON.parse(stdout);
}

/** What clients hear of the endpoint, and of the program that is written for it. */
async function both(config: EndpointConfigInput, steps: readonly Step[]) {
	const bench = new TestBench();
	const { local } = await bench.start(config);
	const program = runProgram(config, NODE);
	const [, port] = await program.printed(LISTENING);
	return {
		endpoint: await heard(local.port, steps),
		program: await heard(Number(port), steps),
		output: program.output(),
	};
}

const preset = (id: 'key-value' | 'chat') =>
	endpointConfigSchema.parse({ ...findPreset(id)?.config, host: '127.0.0.1', port: 0 });

const RESETS = 'function onMessage(message, connection) { connection.reset(); }';

/** @param place instead of a port of this machine without TLS */
const server = (source: string, framing: object, place: object = { host: '127.0.0.1', port: 0 }): EndpointConfigInput =>
	endpointConfigSchema.parse({
		kind: 'tcp-server',
		name: 'scripted',
		framing,
		...place,
		responder: { script: { source } },
	});

describe('a program for Node runs the script of its endpoint:', () => {
	it('key-value', async () => {
		const a = (text: string): Step => ['a', ['a'], text];
		const { endpoint, program, output } = await both(preset('key-value'), [
			a('SET x 1 2\n'),
			a('get x\r\n'),
			['b', ['b'], 'KEYS\n'],
			a('DEL x\n'),
			a('what\n'),
			['b', ['b'], 'GET x\n'],
			a('QUIT\n'),
		]);
		expect(program, output).toEqual(endpoint);
		expect(program.a).toContain('VALUE 1 2\nOK\nWhat is what?\nBye\n');
	});

	it('chat, whose clients hear each other', async () => {
		const { endpoint, program, output } = await both(preset('chat'), [
			['a', ['a'], 'Ann\n'],
			['b', ['b', 'a'], 'Bob\n'],
			['a', ['b'], 'hello\n'],
			['b', ['a'], 'END'],
		]);
		expect(program, output).toEqual(endpoint);
		expect(program).toMatchObject({
			a: expect.stringContaining('* Bob has gone'),
			b: expect.stringContaining('Ann: hello'),
		});
	});

	it('one with delayed calls, an error, a cancelled call and what scripts are given', async () => {
		const source = `function onOpen(connection) {
  connection.send('hi\\n');
}
const kept = \`two
lines\`;
function onMessage(message, connection) {
  if (message.text === 'fail') { connection.send('before\\n'); throw new Error('on purpose'); }
  if (message.text === 'late') {
    connection.after(5, () => connection.send('in time\\n'));
    connection.after(1, () => connection.send('never\\n'))();
    return;
  }
  log('heard', message.n);
  connection.send(concat([message.n], message.head, hex(message.bytes, ':'), '|', bytes('ff00', 'hex'), text([65, 66]), message.hex, String(message.length), kept, [sum8(message.bytes), xor8(message.bytes), 10]));
}
function onEnd(connection) {
  connection.after(20, () => connection.send('end'));
}`;
		const framed = (text: string) => `${String.fromCharCode(text.length)}${text}`;
		const { endpoint, program, output } = await both(server(source, { type: 'length', size: 1, headLength: 1 }), [
			['a', ['a'], framed('abc')],
			['a', ['a'], framed('fail')],
			['a', ['a'], framed('late')],
			['a', ['a'], framed('\xe4')],
		]);
		expect(program, output).toEqual(endpoint);
		expect(program.a).toMatch(/before\nin time\n.*end$/s);
		expect(output).toContain('Error: on purpose');
	});

	it('one with many delayed calls on a connection', async () => {
		const source = `function onOpen(connection) {
  for (let n = 0; n < 12; n++) connection.after(n, () => connection.send(String(n % 10)));
}`;
		const { endpoint, program, output } = await both(server(source, { type: 'none' }), [['a', [], '?']]);
		expect(program, output).toEqual(endpoint);
		expect(program).toEqual({ a: '012345678901' });
		expect(output).not.toContain('Warning');
	});

	it('one that resets after what it has sent, and reads the line’s end and the peer', async () => {
		const source = `function onOpen(connection) { connection.send(connection.peer.replace(/\\d+$/, 'port') + '\\n'); }
function onMessage(message, connection) {
  connection.send(hex(message.eol));
  connection.reset();
}`;
		const { endpoint, program, output } = await both(server(source, { type: 'line' }), [['a', ['a'], 'x\r\n']]);
		expect(program, output).toEqual(endpoint);
		expect(program.a).toMatch(/^127\.0\.0\.1:port\n0d0a and a reset$/);
	});
});

it.each<[string, string, object?]>([
	['pack', "function onMessage(message, connection) { connection.send(pack('>H', message.n)); }"],
	['a charset', "function onMessage(message, connection) { connection.send(bytes('你好', 'gbk')); }"],
	// Node resets TCP sockets alone, and none under TLS.
	['a reset of a Unix socket', RESETS, { kind: 'unix-server', path: '/tmp/scripted' }],
	['a reset under TLS', RESETS, { port: 0, tls: { identity: { from: 'made' } } }],
])('a script that needs what only Wirebench has (%s) is quoted, and named as left out', (_what, source, place) => {
	const text = writtenConfig(server(source, { type: 'none' }, place), NODE);
	expect(text).toContain('// - The script, which is JavaScript for Wirebench.');
	expect(text).toContain(`// ${source.slice(0, 40)}`);
	expect(text).not.toContain('class Connection');
});
