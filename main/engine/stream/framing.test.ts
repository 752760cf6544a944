import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Framing } from '../../../common/contract/config/framing.ts';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { runPeer, unhex } from '../testing/python.fixture.ts';
import { type Started, TestBench } from '../testing/workbench.fixture.ts';

/** A server that answers each message with its number and the message in brackets. */
const server = (framing: Framing): Extract<EndpointConfigInput, { kind: 'tcp-server' }> => ({
	kind: 'tcp-server',
	name: 'server',
	port: 0,
	framing,
	responder: { rules: [{ match: { type: 'any' }, reply: { format: 'text', text: '{{n}}[{{data}}]' } }] },
});

function client({ local }: Started): Socket {
	const socket = connect(local.port, local.address);
	onTestFinished(() => {
		socket.destroy();
	});
	return socket;
}

/** Resolves when this much has been received, with all received data. */
async function received(socket: Socket, length: number): Promise<string> {
	let text = '';
	while (text.length < length) text += String((await once(socket, 'data'))[0]);
	return text;
}

const length: Framing = { type: 'length', size: 2, order: 'big', offset: 0, adjustment: 0, includesHead: false };

test('an impossible length is an error of the connection, which continues', async () => {
	const bench = new TestBench();
	const started = await bench.start(server({ ...length, size: 4 }));
	const socket = client(started);
	socket.write(Buffer.from('\xff\xff\xff\xff', 'latin1'));
	const error = await bench.sink.waitFor((event) => event.kind === 'error');
	expect(error.text).toContain('Framing: The length 4294967295 cannot be');
	await received(socket, 5);
	socket.write('abc');
	expect(await received(socket, 6)).toBe('2[abc]');
});

test('a silence ends a message, and so does the end of the stream', async () => {
	const bench = new TestBench();
	const started = await bench.start(server({ type: 'idle', ms: 40 }));
	const socket = client(started);
	socket.write('abc');
	expect(await received(socket, 6)).toBe('1[abc]');
	socket.end('de');
	expect(await received(socket, 5)).toBe('2[de]');
});

describe('changed while it runs', () => {
	test('the received part of a message starts the first one with the new framing', async () => {
		const bench = new TestBench();
		const started = await bench.start(server({ type: 'line' }));
		const socket = client(started);
		socket.write('one\ntw');
		expect(await received(socket, 6)).toBe('1[one]');
		const state = bench.engine.setFraming(started.id, { framing: { type: 'fixed', length: 4 } });
		expect(state).toMatchObject({ status: 'open', config: { framing: { type: 'fixed', length: 4 } } });
		socket.write('o!');
		expect(await received(socket, 7)).toBe('2[two!]');
		const note = bench.sink.events.find((event) => event.kind === 'note');
		expect(note).toMatchObject({ connection: 0, text: 'Framing changed: fixed length of 4 bytes.' });
	});

	test('a later connection uses the new framing from its start', async () => {
		const bench = new TestBench();
		const started = await bench.start(server({ type: 'none' }));
		bench.engine.setFraming(started.id, { framing: length });
		const socket = client(started);
		socket.write(Buffer.from('\0\x03ab'));
		await bench.sink.waitFor((event) => event.kind === 'data');
		socket.write('c');
		expect(await received(socket, 6)).toBe('1[abc]');
	});

	test('an invalid framing is refused, and the old one stays', async () => {
		const bench = new TestBench();
		const { id } = await bench.start(server({ type: 'line' }));
		const bad: Framing = { type: 'delimiter', delimiter: { format: 'hex', text: '0' } };
		expect(() => bench.engine.setFraming(id, { framing: { type: 'none' }, framingOut: bad })).toThrow(
			expect.objectContaining({
				code: 'bad-input',
				details: expect.objectContaining({ path: 'framingOut.delimiter' }),
			}),
		);
		expect(bench.engine.endpoint(id)?.config).toMatchObject({ framing: { type: 'line' } });
	});

	test('datagrams are messages by themselves', async () => {
		const bench = new TestBench();
		const { id } = await bench.start({ kind: 'udp', name: 'udp' });
		expect(() => bench.engine.setFraming(id, { framing: length })).toThrow(
			expect.objectContaining({ code: 'wrong-state' }),
		);
	});
});

test('a Python client with struct-packed lengths gets each message answered', async () => {
	const bench = new TestBench();
	const { args } = await bench.start({
		...server(length),
		responder: {
			rules: [{ match: { type: 'any' }, reply: { format: 'text', text: '{{data|length16be}}{{data|upper}}' } }],
		},
	});
	const answers = await runPeer('length_client', [...args, 'one', '', 'three'.repeat(10_000)]);
	expect(answers.map(unhex)).toEqual(['ONE', '', 'THREE'.repeat(10_000)]);
});
