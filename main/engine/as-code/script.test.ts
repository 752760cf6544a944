import { describe, expect, it } from 'vitest';
import { type EndpointConfigInput, endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { heardOfEndpoint, heardOfProgram, type Step } from './clients.fixture.ts';
import { type Way, writtenConfig } from './program.fixture.ts';

const NODE: Way = { language: 'node', style: 'await' };

/** What clients receive of the endpoint, and of its program for Node. */
async function both(config: EndpointConfigInput, steps: readonly Step[]) {
	const [endpoint] = await heardOfEndpoint(config, [steps]);
	const { program, output } = await heardOfProgram(config, [steps], NODE);
	return { endpoint, program: program[0], output };
}

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
  connection.send(concat([message.n], message.head, hex(message.bytes, ':'), '|', bytes('ff00', 'hex'), text([65, 66]), message.hex, String(message.length), kept.replace('\\n', '/'), [sum8(message.bytes), xor8(message.bytes), 10]));
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
		expect(program?.a).toMatch(/before\nin time\n.*end$/s);
		expect(output).toContain('Error: on purpose');
	});

	it('one with many delayed calls on a connection', async () => {
		const source = `function onOpen(connection) {
  for (let n = 0; n < 12; n++) connection.after(n, () => connection.send(n < 11 ? String(n % 10) : '1\\n'));
}`;
		const { endpoint, program, output } = await both(server(source, { type: 'none' }), [['a', [], '?']]);
		expect(program, output).toEqual(endpoint);
		expect(program).toEqual({ a: '012345678901\n' });
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
		expect(program?.a).toMatch(/^127\.0\.0\.1:port\n0d0a and a reset$/);
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
