import { beforeEach, describe, expect, it } from 'vitest';
import { programOfRecording, programOfTest } from '../../../common/code/index.ts';
import type { RecordedEvent } from '../../../common/contract/calls/recording.ts';
import { type EndpointConfigInput, endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { answersTo, type Dialogue, replying } from './peers.fixture.ts';
import { noCompiler, runProgram, runText, type Way, ways, writtenConfig, writtenProgram } from './program.fixture.ts';

const escaped = (text: string) => ({ format: 'escaped' as const, text });
const any = { type: 'any' as const };
const echo = (text: string) => ({ rules: [{ match: any, reply: escaped(text) }] });

type Server = Pick<Extract<EndpointConfigInput, { kind: 'tcp-server' }>, 'framing' | 'responder'>;

const SERVERS: readonly (readonly [string, Server, Dialogue])[] = [
	[
		'a length field',
		{ framing: { type: 'length', size: 2 }, responder: echo('{{head}}{{data|reverse}}') },
		{ messages: ['\0\x03abc\0\0', '\0\x01x'] },
	],
	[
		'a little length that counts itself',
		{
			framing: { type: 'length', size: 4, order: 'little', offset: 1, includesHead: true },
			responder: echo('{{head}}{{data|upper}}'),
		},
		{ messages: ['!\x08\0\0\0abc?\x05\0\0\0', '!\x07\0\0\0xy'] },
	],
	[
		'a fixed length',
		{ framing: { type: 'fixed', length: 3 }, responder: echo('<{{data|lower}}>') },
		{ messages: ['ABCDE', 'F'] },
	],
	[
		'a delimiter',
		{ framing: { type: 'delimiter', delimiter: escaped(';\\0') }, responder: echo('{{n}}{{data}}{{eol}}') },
		{ messages: ['a;\0b;', '\0c'] },
	],
	[
		'kinds of matches',
		{
			framing: { type: 'line' },
			responder: {
				rules: [
					{ match: { type: 'equals', pattern: escaped('') }, reply: escaped('empty\\n') },
					{ match: { type: 'starts', pattern: escaped('a\\xff') }, reply: escaped('starts\\n') },
					{ match: { type: 'ends', pattern: escaped('?"\\\\') }, reply: escaped('??= "ends"\\n') },
					{ match: { type: 'contains', pattern: escaped('\\0') }, reply: escaped('contains\\n') },
					{
						match: { type: 'regex', pattern: '^(?:set|put)\\s+(?P<name>[\\w.-]+)=(\\d{1,3})$', ignoreCase: true },
						reply: escaped('{{name}} is {{2}}\\n'),
					},
					{ match: { type: 'regex', pattern: '^bye.' }, reply: escaped('{{data|length}}\\n'), after: 'end' },
				],
			},
		},
		{ messages: ['\n', 'a\xffb\n', 'x?"\\\n', 'x\0y\n', 'PUT  a.b-c=42\n', 'set a=1234\r\na\xff\n', 'bye!\n'] },
	],
];

const STATES: Server = {
	framing: { type: 'line' },
	responder: {
		rules: [
			{ match: any, when: 'start', next: 'known', reply: escaped('hello {{data|hex}}\\n') },
			{ match: { type: 'equals', pattern: escaped('out') }, when: 'known', next: 'start', reply: escaped('bye\\n') },
			{ match: any, reply: escaped('{{data|trim|length16be}}{{data}}\\n') },
		],
	},
};

async function bothAnswer(way: Way, config: Server, dialogue: Dialogue): Promise<void> {
	const server: EndpointConfigInput = { kind: 'tcp-server', name: 'tried', port: 0, ...config };
	const { local } = await new TestBench().start(server);
	const program = runProgram(server, way);
	const found = await program.printed(/listening on\D*127\.0\.0\.1\D+(\d+)/);
	const ours = await answersTo({ port: local.port }, dialogue);
	expect(await answersTo({ port: Number(found[1]) }, dialogue), program.output()).toBe(ours);
}

/** Threads converse as programs that block do. */
const conversing = ways.filter(({ style }) => style !== 'threads' && style !== 'socketserver');

describe.each(conversing)('$language, $style: the bytes with', (way) => {
	const missing = noCompiler(way);
	beforeEach(({ skip }) => skip(missing !== undefined, missing));

	it.each(SERVERS)('%s', async (_, config, dialogue) => {
		await bothAnswer(way, config, dialogue);
	});

	// C has no states, and not every filter.
	it.each(way.language === 'c' ? [] : [STATES])('states and filters', async (config) => {
		await bothAnswer(way, config, { messages: ['Ann\n', ' x\n', 'out\n', 'Bob\n'] });
	});
});

/** Clients have one style in each language. */
const clientWays = ways.filter(({ style }) => ['blocking', 'await', 'goroutines'].includes(style));

describe.each(clientWays)('$language, $style: a client for', (way) => {
	const missing = noCompiler(way);
	beforeEach(({ skip }) => skip(missing !== undefined, missing));

	it('a recorded conversation', async () => {
		const { port, received } = await replying(['HEL', 'LO', 'end']);
		const bytes = (text: string) => Buffer.from(text);
		const events: RecordedEvent[] = [
			{ type: 'data', from: 'client', time: 1n, bytes: bytes('one') },
			{ type: 'data', from: 'server', time: 2n, bytes: bytes('HEL') },
			{ type: 'data', from: 'client', time: 3n, bytes: bytes('two "\\ \0\x01') },
			{ type: 'data', from: 'server', time: 4n, bytes: bytes('LO') },
			{ type: 'end', from: 'client', time: 5n },
		];
		const recording = { connection: 1, endpoint: 'echo', transport: 'stream' as const, client: '', notes: [] };
		const program = programOfRecording({ ...recording, server: `127.0.0.1:${port}`, events });
		const running = runText(writtenProgram(program, way), way);
		expect(await running.exit(), running.output()).toBe(0);
		expect(await received).toEqual(['one', 'two "\\ \0\x01']);
		expect(running.output()).toContain('LO');
	});

	it('a test, which a difference ends with 1', async () => {
		const { port, received } = await replying(['pong']);
		const pattern = (text: string) => ({ type: 'expect', expectation: { type: 'bytes', pattern: escaped(text) } });
		const program = (at: number, expected: string) =>
			programOfTest(
				sequenceSchema.parse({
					name: 'pings',
					client: { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: at },
					steps: [{ type: 'send', payload: escaped('ping\\n') }, pattern(expected), { type: 'expect-end' }],
				}),
			);
		const good = program(port, 'pong');
		if ('unwritten' in good) throw new Error(good.unwritten);
		const passing = runText(writtenProgram(good, way), way);
		expect(await passing.exit(), passing.output()).toBe(0);
		expect(await received).toEqual(['ping\n']);
		const bad = program((await replying(['pong'])).port, 'PONG');
		if ('unwritten' in bad) throw new Error(bad.unwritten);
		const failing = runText(writtenProgram(bad, way), way);
		expect(await failing.exit(), failing.output()).toBe(1);
	});
});

it.each<[string, object, string]>([
	['a TCP socket is reset', { kind: 'tcp-server', port: 9000 }, 'socket.resetAndDestroy();'],
	[
		'one under TLS is closed',
		{ kind: 'tcp-server', port: 9000, tls: { identity: { from: 'made' } } },
		'socket.destroy();',
	],
	['a Unix socket is closed', { kind: 'unix-server', path: '/tmp/tried' }, 'socket.destroy();'],
])('Node resets what it can: %s', (_, place, statement) => {
	const responder = { rules: [{ match: any, after: 'reset' }] };
	const config = endpointConfigSchema.parse({ name: 'tried', framing: { type: 'line' }, responder, ...place });
	expect(writtenConfig(config, { language: 'node', style: 'await' })).toMatch(
		new RegExp(`^ +${statement.replaceAll(/[.()]/g, '\\$&')}\\n +return;$`, 'm'),
	);
});
