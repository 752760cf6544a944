import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { type Started, TestBench } from '../testing/workbench.fixture.ts';

const text = (written: string) => ({ format: 'text', text: written }) as const;

/** Its delimiter, its pattern and its reply are text. */
const server: Extract<EndpointConfigInput, { kind: 'tcp-server' }> = {
	kind: 'tcp-server',
	name: 'shop',
	host: '127.0.0.1',
	port: 0,
	framing: { type: 'delimiter', delimiter: text('。') },
	responder: { rules: [{ match: { type: 'equals', pattern: text('你好') }, reply: text('好') }] },
};

/** `你好。` in GBK. */
const HELLO = Buffer.from('c4e3bac3a1a3', 'hex');

function client({ local }: Started): Socket {
	const socket = connect(local.port, local.address);
	onTestFinished(() => {
		socket.destroy();
	});
	return socket;
}

test('another charset holds for rules and boundaries of open connections, for bytes of an unfinished message too', async () => {
	const bench = new TestBench();
	const started = await bench.start(server);
	const socket = client(started);
	socket.write(HELLO);
	await bench.sink.waitFor(({ kind }) => kind === 'data');
	const state = bench.engine.setCharset(started.id, 'gb2312');
	expect(state).toMatchObject({ status: 'open', config: { charset: 'gb2312' } });
	expect(bench.sink.events.some(({ text: said }) => said === 'Charset changed: gb2312.')).toBe(true);
	socket.write(HELLO);
	let answers = 0;
	while (answers < 4) answers += (await once(socket, 'data'))[0].length;
	expect(bench.engine.endpoint(started.id)?.answers).toEqual({ hits: [2], unanswered: 0 });
	expect(bench.engine.setCharset(started.id, undefined).config).not.toHaveProperty('charset');
});

test('a charset that lacks a character of a rule is refused, and the old one stays', async () => {
	const bench = new TestBench();
	const { id } = await bench.start(server);
	expect(() => bench.engine.setCharset(id, 'latin1')).toThrow(
		expect.objectContaining({ code: 'bad-input', message: '“你” is not in latin1.' }),
	);
	expect(bench.engine.endpoint(id)?.config).not.toHaveProperty('charset');
});
