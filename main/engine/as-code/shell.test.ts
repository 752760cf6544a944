import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CodeStyle } from '../../../common/code/index.ts';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { findPreset, type PresetId } from '../../../common/presets/index.ts';
import { answeringDatagrams, answersTo, replying } from './peers.fixture.ts';
import { runProgram } from './program.fixture.ts';

/** How each tool prints what it is; netcat has to be OpenBSD's. */
const KNOWN = { nc: ['-h', /OpenBSD/], socat: ['-V', /socat/], curl: ['--version', /curl/] } as const;

function missing(tool: keyof typeof KNOWN): string | undefined {
	const [option, wanted] = KNOWN[tool];
	const { stdout, stderr } = spawnSync(tool, [option], { encoding: 'utf8' });
	return wanted.test(`${stdout}${stderr}`) ? undefined : `${tool} is not installed`;
}

const preset = (id: PresetId, change: object) => endpointConfigSchema.parse({ ...findPreset(id)?.config, ...change });
const way = (style: CodeStyle) => ({ language: 'shell', style });

/** A port that was free just now. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (typeof address !== 'object' || address === null) throw new Error('It has no port.');
	return address.port;
}

/** The answers of a server that does not say when it listens: until then connections are refused. */
async function answersOnceUp(port: number, messages: readonly string[]): Promise<string> {
	for (;;) {
		try {
			return await answersTo({ port, host: '127.0.0.1' }, { greets: messages.length === 0, messages });
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) throw error;
		}
	}
}

describe.each(['nc', 'socat', 'curl'] as const)('%s', (tool) => {
	beforeEach(({ skip }) => skip(missing(tool) !== undefined, missing(tool)));

	it('sends the request of http-client', async () => {
		const { port, received } = await replying(['HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody']);
		const program = runProgram(preset('http-client', { port }), way(tool));
		expect((await received).join('')).toBe('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n');
		expect(await program.exit(), program.output()).toBe(0);
		expect(program.output()).toContain('body');
	});
});

describe.each(['nc', 'socat'] as const)('%s, which is no client of HTTP alone,', (tool) => {
	beforeEach(({ skip }) => skip(missing(tool) !== undefined, missing(tool)));

	it('sends the messages of udp-client', async () => {
		const { port, received } = await answeringDatagrams(3);
		const program = runProgram(preset('udp-client', { remote: { host: '127.0.0.1', port } }), way(tool));
		expect(await received).toEqual(['Ann', 'Bob', 'Cem']);
		expect(await program.exit(), program.output()).toBe(0);
		expect(program.output()).toContain('answer 3');
	});

	it('greets', async () => {
		const port = await freePort();
		runProgram(preset('greeting', { port }), way(tool));
		expect(await answersOnceUp(port, [])).toBe('thank you for connecting');
	});

	it('sends the time', async () => {
		const port = await freePort();
		runProgram(preset('time-server', { port }), way(tool));
		expect(await answersOnceUp(port, [])).toMatch(/^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/);
	});
});

it('socat echoes', async ({ skip }) => {
	skip(missing('socat') !== undefined, missing('socat'));
	const port = await freePort();
	runProgram(preset('class-tcp', { port }), way('socat'));
	expect(await answersOnceUp(port, ['abc', 'def'])).toBe('abcdef');
});
