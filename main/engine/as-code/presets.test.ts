import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
	type EndpointConfig,
	type EndpointConfigInput,
	endpointConfigSchema,
} from '../../../common/endpoints/index.ts';
import { findPreset, type PresetId } from '../../../common/presets/index.ts';
import { byTier } from '../../../common/tier.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { answeringDatagrams, answersTo, type Dialogue, datagramAnswers, replying } from './peers.fixture.ts';
import { isWritten, noCompiler, runProgram, type Way, ways } from './program.fixture.ts';

/** Where a program says that it is. */
const LISTENING = /(?:listening on|bound to)\D*127\.0\.0\.1\D+(\d+)/;

/** A fault that programs have. */
const DELAY = { toTarget: { latency: { delayMs: 5 } } };

const SAMPLE = ['greeting', 'http-server', 'line-server'];

/** What is sent to the servers among the presets. */
const DIALOGUES: Partial<Readonly<Record<PresetId, readonly Dialogue[]>>> = {
	'timestamp-echo': [{ messages: ['hepeng', 'again'] }, { messages: [] }],
	'line-server': [{ messages: ['hepeng\r\n'] }, { messages: ['hepeng\nmore'] }, { messages: ['no end'] }],
	greeting: [{ greets: true, messages: [] }],
	'one-shot': [{ messages: ['can you hear me?'] }],
	'upper-echo': [{ messages: ['abc', 'straße \xe9'] }],
	'hello-server': [{ greets: true, messages: ['Ann', 'exit'] }],
	'http-server': [
		{ messages: ['GET /test.jpg HTTP/1.1\r\nHost: a\r\n\r\n'] },
		{ messages: ['GET /%74est.jpg HTTP/1.0\n\n'] },
		{ messages: ['GET / HTTP/1.1\r\n\r\n'] },
		{ messages: ['GET /..%2f..%2fetc/passwd HTTP/1.1\r\n\r\n'] },
		{ messages: ['POST / HTTP/1.1\r\n\r\n'] },
	],
	'one-at-a-time': [{ messages: ['a', 'b'] }],
	concurrent: [{ messages: ['a', 'b'] }],
	'half-close': [{ messages: ['abc'] }],
	'write-to-closed': [{ messages: ['abc', 'd'], closes: true }],
	'receive-chunks': [{ messages: ['a\r\nb\n', '\nc'] }],
	'time-server': [{ greets: true, messages: [] }],
	'class-tcp': [{ messages: ['a', '\0\xff'] }],
};

/** What servers are changed in. */
const CHANGES: ReadonlyMap<string, object> = new Map([
	[
		'write-to-closed',
		{
			responder: {
				rules: [{ match: { type: 'any' }, delayMs: 20, reply: { format: 'text', text: 'late: {{data}}' } }],
			},
		},
	],
]);

/** All servers in the first style of each language; a sample in the others, which share the code of the answers. */
function servers(way: Way): [string, readonly Dialogue[]][] {
	const all = Object.entries(DIALOGUES).filter(([id]) =>
		isWritten(endpointConfigSchema.parse(findPreset(id)?.config), way),
	);
	const isFirst = ['blocking', 'await'].includes(way.style);
	return isFirst
		? all
		: byTier(
				all.filter(([id]) => SAMPLE.includes(id)),
				all,
			);
}

/** What clients among the presets are changed in, and what servers answer them. */
const CLIENTS = {
	'timestamp-echo-client': {
		change: {
			responder: {
				onOpen: { reply: { format: 'text', text: 'hepeng' } },
				rules: [{ match: { type: 'any' }, delayMs: 20, reply: { format: 'text', text: 'hepeng' } }],
			},
		},
		replies: ['one', 'two', ''],
	},
	'http-client': { change: {}, replies: ['HTTP/1.1 200 OK\r\n\r\nbody'] },
} as const;

/** Sends datagrams from its own path to that of a server, and prints the answers. */
const UNIX_DATAGRAMS = `import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.settimeout(60)
s.bind(sys.argv[1])
answers = []
for message in b"abc", b"", b"\\xff":
    s.sendto(message, sys.argv[2])
    answers.append(s.recv(100))
print(answers)`;

/** The times in an answer, which differ from run to run. */
const withoutTimes = (text: string): string => text.replaceAll(/\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}/g, 'CTIME');

function preset(id: PresetId, change: object): EndpointConfig {
	return endpointConfigSchema.parse({ ...findPreset(id)?.config, ...change });
}

/** The same question to the endpoint and to a program has the same answer. */
async function bothAnswer(
	way: Way,
	config: EndpointConfigInput,
	ask: (port: number) => Promise<unknown>,
): Promise<void> {
	const bench = new TestBench();
	const { local } = await bench.start(config);
	const program = runProgram(config, way);
	const found = await program.printed(LISTENING);
	const [ours, theirs] = await Promise.all([ask(local.port), ask(Number(found[1]))]);
	expect(theirs, program.output()).toEqual(ours);
}

describe.each(ways)('$language, $style: the bytes of', (way) => {
	const missing = noCompiler(way);
	beforeEach(({ skip }) => skip(missing !== undefined, missing));
	/** Those that this style writes: clients and sockets for datagrams have one, and proxies are not written in every one. */
	const written = <Id extends PresetId>(...ids: readonly Id[]) => ids.filter((id) => isWritten(preset(id, {}), way));

	it.each(servers(way))('the server %s', async (id, dialogues) => {
		const config = endpointConfigSchema.parse({
			...findPreset(id)?.config,
			...CHANGES.get(id),
			host: '127.0.0.1',
			port: 0,
		});
		await bothAnswer(way, config, async (port) => {
			const answers: string[] = [];
			for (const dialogue of dialogues) answers.push(withoutTimes(await answersTo({ port }, dialogue)));
			return answers;
		});
	});

	it.each(written('class-udp', 'udp-hello'))('the UDP server %s', async (id) => {
		await bothAnswer(way, preset(id, { port: 0 }), (port) => datagramAnswers(port, ['abc', '', '\xff']));
	});

	it('the Unix server class-unix-stream', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'wirebench-code-'));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		const path = join(folder, 'socket');
		const program = runProgram(preset('class-unix-stream', { path }), way);
		await program.printed(/listening on/);
		expect(await answersTo({ path }, { messages: ['abc', 'def'] })).toBe('abcdef');
	});

	it.each(written('class-unix-datagram'))('the Unix datagram server %s', async (id) => {
		const folder = mkdtempSync(join(tmpdir(), 'wirebench-code-'));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		const path = join(folder, 'socket');
		const program = runProgram(preset(id, { path }), way);
		await program.printed(/bound to/);
		const own = join(folder, 'own');
		const client = spawnSync('python3', ['-c', UNIX_DATAGRAMS, own, path], { encoding: 'utf8' });
		expect(client.stdout, `${client.stderr}${program.output()}`).toBe("[b'abc', b'', b'\\xff']\n");
	});

	it.each(written('timestamp-echo-client', 'http-client'))('the client %s', async (id) => {
		const { change, replies } = CLIENTS[id];
		const [ours, theirs] = [await replying(replies), await replying(replies)];
		await new TestBench().start(preset(id, { ...change, port: ours.port }));
		const program = runProgram(preset(id, { ...change, port: theirs.port }), way);
		expect(await theirs.received).toEqual(await ours.received);
		expect(await program.exit(), program.output()).toBe(0);
	});

	it.each(written('interactive-client'))('%s: each line and its answer', async (id) => {
		const { port, received } = await replying(['yes', 'no']);
		const program = runProgram(preset(id, { port }), way);
		program.child.stdin.write('first\n\n');
		await program.printed(/yes/);
		program.child.stdin.end('second\n');
		expect(await received).toEqual(['first', 'second']);
		expect(await program.exit()).toBe(0);
		expect(program.output()).toContain('no');
	});

	it.each(written('udp-client'))('%s: its messages, and the answers', async (id) => {
		const [ours, theirs] = [await answeringDatagrams(3), await answeringDatagrams(3)];
		const remote = (port: number) => ({ remote: { host: '127.0.0.1', port } });
		await new TestBench().start(preset(id, remote(ours.port)));
		const program = runProgram(preset(id, remote(theirs.port)), way);
		expect(await theirs.received).toEqual(await ours.received);
		expect(await program.exit(), program.output()).toBe(0);
		expect(program.output()).toContain('answer 3');
	});

	it.each(written('tcp-proxy'))('%s passes on in both directions, and the ends', async (id) => {
		const config = (port: number) => preset(id, { port: 0, target: { host: '127.0.0.1', port }, faults: DELAY });
		const { local } = await new TestBench().start(preset('class-tcp', { port: 0 }));
		const program = runProgram(config(local.port), way);
		const found = await program.printed(LISTENING);
		const dialogue = { messages: ['abc', '\0\xff', 'end'] };
		expect(await answersTo({ port: Number(found[1]) }, dialogue), program.output()).toBe('abc\0\xffend');
	});

	it.each(written('udp-proxy'))('%s passes on in both directions', async (id) => {
		const config = (port: number) => preset(id, { port: 0, target: { host: '127.0.0.1', port }, faults: DELAY });
		const { local } = await new TestBench().start(preset('class-udp', { port: 0 }));
		const program = runProgram(config(local.port), way);
		const found = await program.printed(LISTENING);
		expect(await datagramAnswers(Number(found[1]), ['abc', '\xff'])).toEqual(['abc', '\xff']);
	});
});
