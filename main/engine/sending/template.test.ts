import { expect, test } from 'vitest';
import { messageToFillSchema } from '../../../common/contract/calls/sending.ts';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const written = (text: string, more: object = {}) => messageToFillSchema.parse({ format: 'text', text, ...more });

/** A frame that e2e/peers/template_reader.py reads. The last checksum covers the first and the length. */
const FRAME =
	'{{len all be16}}{{crc32-le body..end-of-body}}{{mark body}}{{unix ms be64}}{{uuid bytes}}{{random 4}}' +
	'{{counter width=4 start=0}} {{var who}}{{mark end-of-body}}{{crc16-modbus}}';

async function client(bench: TestBench, port: number): Promise<string> {
	const { id } = await bench.start({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port });
	return id;
}

/** A bench with an echo server and a client of it. */
async function echo(bench: TestBench): Promise<{ endpoint: string; connection: number }> {
	const { local } = await bench.preset('class-tcp');
	const endpoint = await client(bench, local.port);
	return { endpoint, connection: bench.connection(endpoint) };
}

const withVariables = (variables: Record<string, string>) =>
	new TestBench({ names: { variables: () => variables, environment: (name) => (name === 'SET' ? 'yes' : undefined) } });

test('a Python program finds each byte where it belongs, in single messages and in a repeat', async () => {
	const bench = withVariables({ who: 'grüß' });
	const reader = new Peer('template_reader', []);
	const endpoint = await client(bench, Number(await reader.line()));
	const random = Uint8Array.from({ length: 20 }, (_, at) => at);
	const message = written(FRAME);
	await bench.engine.sendTemplate({ endpoint, message: { ...message, random } });
	const { id } = await bench.engine.repeatTemplate({ endpoint, message, intervalMs: 0, count: 40 });
	await bench.engine.sendings.ended(id);
	await bench.engine.sendTemplate({ endpoint, message });
	bench.engine.endConnection(bench.connection(endpoint));
	const lines = await reader.rest();
	const identities = new Set(lines.map((line) => line.split(' ')[3]));
	expect(identities.size).toBe(42);
	expect(lines[0]).toBe('fine 0000 grüß 00010203-0405-4607-8809-0a0b0c0d0e0f 10111213');
	expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(
		Array.from({ length: 42 }, (_, n) => `fine ${String(n).padStart(4, '0')} grüß`),
	);
});

test('counters belong to the endpoint: each connection of one message gets the same, each message the next', async () => {
	const bench = new TestBench();
	const { id, local } = await bench.start({ kind: 'tcp-server', name: 'server', port: 0 });
	const ends = [await client(bench, local.port), await client(bench, local.port)];
	await bench.sink.until(() => bench.engine.endpoint(id)?.connections === 2);
	const { connections, bytes } = await bench.engine.sendTemplate({ endpoint: id, message: written('{{counter}};') });
	expect([connections, bytes]).toEqual([2, 4]);
	const { id: job } = await bench.engine.repeatTemplate({
		endpoint: id,
		message: written('{{counter}},'),
		intervalMs: 0,
		count: 3,
	});
	await bench.engine.sendings.ended(job);
	await bench.engine.stop(ends[0] ?? '');
	await bench.sink.until(() => bench.engine.endpoint(id)?.connections === 1);
	await bench.engine.sendTemplate({ endpoint: id, message: written('{{counter}} {{counter start=9}}') });
	const ours = bench.engine.connections().filter(({ endpoint }) => endpoint === id);
	expect(bench.sink.bytes(ours[0]?.id ?? 0, 'out').toString()).toBe('1;2,3,4,5 9');
	expect(bench.engine.endpoint(id)?.counters).toEqual({ ' 1 1': 5, ' 9 1': 1 });
	expect(bench.engine.resetCounters(id).counters).toBeUndefined();
	expect(bench.engine.endpoint(ends[1] ?? '')?.counters).toBeUndefined();
});

test('what is sent during a repeat takes numbers of its own', async () => {
	const bench = new TestBench();
	const { endpoint, connection } = await echo(bench);
	const { id } = await bench.engine.repeatTemplate({
		endpoint,
		message: written('{{counter}} '),
		intervalMs: 1,
		count: 200,
	});
	await bench.sink.until(() => (bench.engine.endpoint(endpoint)?.counters?.[' 1 1'] ?? 0) > 10);
	await bench.engine.sendTemplate({ endpoint, message: written('[{{counter}}] ') });
	await bench.engine.sendings.ended(id);
	const numbers = bench.sink
		.bytes(connection, 'out')
		.toString()
		.trim()
		.split(' ')
		.map((word) => Number(word.replaceAll(/[[\]]/g, '')));
	expect(numbers).toEqual(Array.from({ length: 201 }, (_, n) => n + 1));
});

test('a message that cannot be filled in takes no number', async () => {
	const variables: Record<string, string> = { who: 'me' };
	const bench = withVariables(variables);
	const { endpoint, connection } = await echo(bench);
	const send = (text: string) => bench.engine.sendTemplate({ endpoint, message: written(text) });
	const { id } = await bench.engine.repeatTemplate({
		endpoint,
		message: written('{{counter}} {{var who}};'),
		intervalMs: 1,
		count: 0,
	});
	await bench.sink.until(() => bench.sink.bytes(connection, 'out').length > 0);
	delete variables.who;
	await bench.engine.sendings.ended(id);
	await expect(send('{{counter}} {{env UNSET}}')).rejects.toMatchObject({ code: 'bad-input' });
	await send('{{counter}};');
	const numbers = bench.sink
		.bytes(connection, 'out')
		.toString()
		.split(';')
		.slice(0, -1)
		.map((part) => Number.parseInt(part, 10));
	expect(numbers).toEqual(Array.from(numbers, (_, n) => n + 1));
	expect(numbers.length).toBeGreaterThan(1);
});

test.each([
	['{{nothing}}', 2, /^There is no \{\{nothing\}\}/],
	['ab{{var gone}}', 8, 'There is no variable “gone”: there is none yet.'],
	['{{env UNSET}}', 6, 'Wirebench was started without UNSET in its environment.'],
	['x{{len 0..5 u8}}', 3, 'This range goes beyond the message, which has 2 bytes.'],
])('%s is refused at its place, and nothing is sent', async (text, position, message) => {
	const bench = withVariables({});
	const { endpoint, connection } = await echo(bench);
	const wanted = {
		code: 'bad-input',
		message: expect.stringMatching(message),
		details: expect.objectContaining({ position }),
	};
	await expect(bench.engine.sendTemplate({ endpoint, message: written(text) })).rejects.toMatchObject(wanted);
	const repeat = bench.engine.repeatTemplate({ endpoint, message: written(text), intervalMs: 0, count: 3 });
	const end = await repeat.then(
		({ id }) => bench.engine.sendings.ended(id),
		(error: unknown) => ({ error }),
	);
	expect(end.error).toMatchObject({ message: expect.stringMatching(message) });
	expect(bench.sink.bytes(connection, 'out').toString()).toBe('');
});

test('charset, checksum and line end are those of a message that is no template', async () => {
	const bench = withVariables({ who: 'Ж' });
	const { endpoint, connection } = await echo(bench);
	const message = written('{{env SET}}{{var who}}', { charset: 'koi8-r', checksum: 'xor', lineEnding: 'crlf' });
	await bench.engine.sendTemplate({ endpoint, message });
	const text = [...Buffer.from('yes'), 0xf6];
	const sum = text.reduce((all, byte) => all ^ byte, 0);
	expect([...bench.sink.bytes(connection, 'out')]).toEqual([...text, sum, 13, 10]);
});

test('replies of rules take the same language, also where a rule’s thread renders them', async () => {
	const bench = withVariables({ who: 'me' });
	const { id, local } = await bench.start({
		kind: 'tcp-server',
		name: 'server',
		port: 0,
		framing: { type: 'line' },
		responder: {
			onOpen: { reply: { format: 'text', text: 'hello {{counter}} {{var who}};' } },
			rules: [
				{
					match: { type: 'regex', pattern: `^slow (.*)${'a?'.repeat(200)}$` },
					reply: { format: 'text', text: '{{1|length}}:{{counter start=100}}:{{var who}};' },
				},
				{ match: { type: 'any' }, reply: { format: 'text', text: '{{len}}{{data}}{{sum before|hex}}-{{counter}};' } },
			],
		},
	});
	const endpoint = await client(bench, local.port);
	const connection = bench.connection(endpoint);
	const send = (text: string) => bench.engine.send({ endpoint, bytes: Buffer.from(text) });
	await send('ab\n');
	await send(`slow ${'b'.repeat(2000)}\n`);
	await send('c\n');
	const received = () => bench.sink.bytes(connection, 'in').toString();
	await bench.sink.until(() => received().split(';').length === 5);
	const sum = (text: string) =>
		([...Buffer.from(text)].reduce((all, byte) => all + byte, 0) & 0xff).toString(16).padStart(2, '0');
	// Each length counts what follows it: the checksum's digits, a hyphen, the counter and the semicolon.
	expect(received()).toBe(`hello 1 me;7ab${sum('7ab')}-2;2000:100:me;6c${sum('6c')}-3;`);
	expect(bench.engine.endpoint(id)?.counters).toEqual({ ' 1 1': 3, ' 100 1': 1 });
});

test('a variable that has gone makes an error event of a reply, and nothing is sent', async () => {
	const variables: Record<string, string> = { who: 'me' };
	const bench = withVariables(variables);
	const { local } = await bench.start({
		kind: 'tcp-server',
		name: 'server',
		port: 0,
		framing: { type: 'line' },
		responder: { rules: [{ match: { type: 'any' }, reply: { format: 'text', text: '{{var who}};' } }] },
	});
	const endpoint = await client(bench, local.port);
	const connection = bench.connection(endpoint);
	await bench.engine.send({ endpoint, bytes: Buffer.from('a\n') });
	await bench.sink.until(() => bench.sink.bytes(connection, 'in').toString() === 'me;');
	delete variables.who;
	await bench.engine.send({ endpoint, bytes: Buffer.from('b\n') });
	await bench.sink.waitFor(({ kind, text }) => kind === 'error' && text.includes('There is no variable “who”'));
	variables.who = 'you';
	await bench.engine.send({ endpoint, bytes: Buffer.from('c\n') });
	await bench.sink.until(() => bench.sink.bytes(connection, 'in').toString() === 'me;you;');
});
