import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Rule } from '../../../common/contract/config/responder.ts';
import { runPeer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const text = (written: string) => ({ format: 'text', text: written }) as const;
const rule = (pattern: string, answer: string, more: Partial<Rule> = {}): Rule => ({
	match: { type: 'equals', pattern: text(pattern) },
	delayMs: 0,
	reply: { format: 'escaped', text: `${answer}\\n` },
	after: 'keep',
	...more,
});
const GET = [rule('get', 'nil', { when: 'start' }), rule('get', 'value', { when: 'kept' })];
const server = { kind: 'tcp-server', name: 'states', host: '127.0.0.1', port: 0 } as const;
const lines = { ...server, framing: { type: 'line' } } as const;

/** Everything that the server sends until it ends, each piece written when the one before has been accepted. */
async function talk(port: number, pieces: readonly string[]): Promise<string> {
	const socket = connect({ host: '127.0.0.1', port, noDelay: true });
	onTestFinished(() => void socket.destroy());
	let got = '';
	socket.setEncoding('latin1').on('data', (data) => {
		got += data;
	});
	await once(socket, 'connect');
	const ended = once(socket, 'end');
	for (const piece of pieces) await new Promise((resolve) => socket.write(piece, resolve));
	socket.end();
	await ended;
	return got;
}

test('each connection has its own state', async () => {
	const bench = new TestBench();
	const { local } = await bench.start({
		...lines,
		responder: { rules: [...GET, rule('set', 'ok', { next: 'kept' })] },
	});
	expect(await talk(local.port, ['get\nset\nget\n'])).toBe('nil\nok\nvalue\n');
	expect(await talk(local.port, ['get\nset\nset\nget\n'])).toBe('nil\nok\nok\nvalue\n');
});

test('a message that follows a delayed, a costly or a missing answer is decided in the state after it', async () => {
	const bench = new TestBench();
	const missing = { path: '/nowhere/at/all', missing: 'next' as const };
	const { local } = await bench.start({
		...lines,
		responder: {
			rules: [
				...GET,
				rule('slow', 'slow', { next: 'kept', delayMs: 30 }),
				rule('file', 'file', { next: 'kept', file: missing }),
				rule('file', 'none', { next: 'start' }),
				{
					...rule('', 'costly', { next: 'start' }),
					match: { type: 'regex', pattern: '^costly(.*,){10}', ignoreCase: false },
				},
			],
		},
	});
	const asked = ['get', 'slow', 'get', 'file', 'get', 'slow', 'get', `costly${','.repeat(20_000)}`, 'get'];
	expect(await talk(local.port, [`${asked.join('\n')}\n`])).toBe(
		['nil', 'slow', 'value', 'none', 'nil', 'slow', 'value', 'costly', 'nil', ''].join('\n'),
	);
});

test('a message is joined from the parts that arrive, and several in one part are parted, without a framing', async () => {
	const bench = new TestBench();
	const { id, local } = await bench.start({
		...server,
		responder: {
			join: true,
			rules: [...GET, rule('set', 'ok', { next: 'kept', delayMs: 5 }), rule('bye', 'bye', { after: 'end' })],
		},
	});
	expect(await talk(local.port, ['g', 'e', 'tgets', 'etget', 'se'])).toBe('nil\nnil\nok\nvalue\n');
	expect(await talk(local.port, ['getb', 'ye', 'get'])).toBe('nil\nbye\n');
	expect(bench.engine.endpoint(id)?.answers).toEqual({ hits: [3, 1, 1, 1], unanswered: 1 });
});

test('a long joined message is decided on the thread of the rules, and what follows it after that', async () => {
	const bench = new TestBench();
	const costly = { type: 'regex', pattern: '^costly(.*,){10}(x+);', ignoreCase: false } as const;
	const { local } = await bench.start({
		...server,
		responder: { join: true, rules: [{ ...rule('', '{{2}}', { next: 'kept' }), match: costly }, ...GET] },
	});
	expect(await talk(local.port, [`costly${','.repeat(30_000)}`, 'xxx;ge', 't'])).toBe('xxx\nvalue\n');
});

test('a peer of a UDP socket has its own state; a datagram is never joined', async () => {
	const bench = new TestBench();
	const { args } = await bench.start({
		kind: 'udp',
		name: 'udp',
		host: '127.0.0.1',
		port: 0,
		responder: { join: true, rules: [...GET, rule('get', 'x'), rule('set', 'ok', { next: 'kept' })] },
	});
	expect(await runPeer('udp_asker', [...args, 'get', 'set', 'get'])).toEqual(['nil', '', 'ok', '', 'value', '']);
	expect(await runPeer('udp_asker', [...args, 'get'])).toEqual(['nil', '']);
});
