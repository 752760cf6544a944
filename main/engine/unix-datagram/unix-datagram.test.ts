import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { decodeAddress, encodeAddress } from './address.ts';
import { unixDatagramsMissing } from './native.ts';

const kind = 'unix-datagram' as const;
const any = { type: 'any' as const };
const echo = { rules: [{ match: any, reply: { format: 'text' as const, text: '{{data}} to {{peer}}' } }] };
const linux = process.platform === 'linux';
const here = linux || process.platform === 'darwin';

function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'wbdg-'));
	onTestFinished(() => rmSync(path, { recursive: true, force: true }));
	return path;
}

test('names survive the conversion to the system’s address', () => {
	const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => !text.includes('\0'));
	fc.assert(
		fc.property(name, fc.boolean(), (text, abstract) => {
			const path = abstract && linux ? `@${text}` : `/${text}`;
			expect(decodeAddress(encodeAddress(path))).toBe(path);
		}),
	);
	expect(decodeAddress(encodeAddress(undefined))).toBe('');
});

test.skipIf(here)('where they are not supported, starting one reports that', async () => {
	const bench = new TestBench();
	const { id } = bench.create({ kind, name: 'd' });
	await expect(bench.engine.start(id)).rejects.toMatchObject({ code: 'unavailable', message: unixDatagramsMissing() });
});

describe.runIf(here)('a Unix datagram socket', () => {
	test('answers named peers separately, and reports one without a name', async () => {
		const bench = new TestBench();
		const at = folder();
		const path = join(at, 's.sock');
		const { local } = await bench.start({ kind, name: 'server', path, responder: echo });
		expect(local.path).toBe(path);
		for (const [name, text] of [
			['a.sock', 'one'],
			['b.sock', ''],
		] as const) {
			const peer = new Peer('unix_datagrams', ['send', path, join(at, name), text]);
			expect(await peer.line()).toBe(`${text} to ${join(at, name)}`);
		}
		expect(bench.sink.story(1)).toEqual(['open', 'in one', `out one to ${at}/a.sock`]);
		expect(bench.sink.story(2)).toEqual(['open', 'in ', `out  to ${at}/b.sock`]);
		expect(bench.sink.connections.get(1)).toMatchObject({ remote: { path: `${at}/a.sock` }, protocol: 'udp' });
		await new Peer('unix_datagrams', ['send', path, '', 'who?']).rest();
		await bench.sink.waitFor((event) => event.connection === 3 && event.kind === 'error');
		expect(bench.sink.story(3)).toEqual(['open', 'note', 'in who?', 'error out']);
		const last = bench.sink.events.findLast((event) => event.connection === 3);
		expect(last?.text).toContain('nowhere to send an answer');
	});

	test('records an answer before the next message, though both messages waited', async () => {
		const bench = new TestBench();
		const path = join(folder(), 's.sock');
		const server = await bench.start({ kind, name: 'server', path, responder: echo });
		const { id } = await bench.start({ kind, name: 'client', path: `${path}.client`, remote: path });
		await Promise.all(['a', 'b'].map((text) => bench.engine.send({ endpoint: id, bytes: Buffer.from(text) })));
		await bench.sink.waitFor(({ direction, text }) => direction === 'out' && text.startsWith('b to'));
		const answers = ['a', 'b'].flatMap((text) => [`in ${text}`, `out ${text} to ${path}.client`]);
		expect(bench.sink.story(bench.connection(server.id))).toEqual(['open', ...answers]);
	});

	test('sends to a server of Python’s socketserver, and gets its answers', async () => {
		const bench = new TestBench();
		const path = join(folder(), 'py.sock');
		const server = new Peer('unix_datagrams', ['serve', path]);
		expect(await server.line()).toBe('serving');
		// Where the system assigns no names, answers need a configured path.
		const own = linux ? undefined : `${path}.client`;
		const { id, local } = await bench.start({ kind, name: 'client', remote: path, path: own });
		if (linux) expect(local.path).toMatch(/^@/);
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('abc') });
		await bench.sink.waitFor((event) => event.text === 'ABC');
		await bench.engine.send({ endpoint: id, path, bytes: Buffer.from('x'.repeat(60_000)) });
		await bench.sink.waitFor((event) => event.text === 'X'.repeat(60_000));
		await expect(
			bench.engine.send({ endpoint: id, path: `${path}.no`, bytes: Buffer.from('x') }),
		).rejects.toMatchObject({
			code: 'not-found',
			details: { errno: 'ENOENT' },
		});
	});

	test('a datagram that does not fit is refused with the size of the buffer, and fits into a larger one', async () => {
		const bench = new TestBench();
		const path = join(folder(), 's.sock');
		await bench.start({ kind, name: 'server', path });
		const { id } = await bench.start({ kind, name: 'client', remote: path, options: { sendBuffer: 8192 } });
		const room = linux ? 16_384 : 8192;
		expect(bench.engine.options(id)).toContainEqual({ option: 'sendBuffer', value: `${room} bytes`, source: 'read' });
		const bytes = new Uint8Array(30_000);
		await expect(bench.engine.send({ endpoint: id, bytes })).rejects.toMatchObject({
			code: 'too-large',
			message: `A datagram of 30000 bytes does not fit into the send buffer (${room} bytes).`,
		});
		bench.engine.setOptions(id, { options: { sendBuffer: 100_000 } });
		await bench.engine.send({ endpoint: id, bytes });
		await bench.sink.waitFor((event) => event.direction === 'in' && event.text.length === 30_000);
	});

	test('a receiver that does not read delays its datagrams, and gets all of them in order', async () => {
		const bench = new TestBench();
		const path = join(folder(), 'slow.sock');
		const slow = new Peer('unix_datagrams', ['slow', path]);
		expect(await slow.line()).toBe('bound');
		const { id } = await bench.start({ kind, name: 'client', remote: path });
		const count = 1000;
		const sending = Array.from({ length: count }, (_, n) =>
			bench.engine.send({ endpoint: id, bytes: Buffer.from(`${n}`) }),
		);
		const note = await bench.sink.waitFor((event) => event.kind === 'note' && event.text.includes('EAGAIN'));
		expect(note.connection).toBe(1);
		expect(bench.engine.connections()[0]?.pending).toBeGreaterThan(0);
		slow.tell(String(count));
		await Promise.all(sending);
		expect(await slow.line()).toBe(`${count} in order`);
		// Datagrams waiting at the stop are reported, not lost silently.
		const rest = Array.from({ length: count }, () => bench.engine.send({ endpoint: id, bytes: Buffer.from('x') }));
		const settled = Promise.allSettled(rest);
		const full = () => bench.sink.events.filter(({ text }) => text.includes('(EAGAIN)')).length;
		const before = full();
		await bench.sink.until(() => full() > before);
		await bench.engine.stop(id);
		const failed = (await settled).filter(({ status }) => status === 'rejected').length;
		expect(failed).toBeGreaterThan(0);
		const reported = bench.sink.events.filter(
			({ kind: of, direction }) => of === 'error' && direction === 'out',
		).length;
		expect(reported).toBe(failed);
	});

	test('a stale socket file is reported and removed; a live one names its owner; its own is removed with it', async () => {
		const bench = new TestBench();
		const at = folder();
		const path = join(at, 's.sock');
		const left = new Peer('unix_datagrams', ['slow', path]);
		await left.line();
		const { id } = bench.create({ kind, name: 's', path });
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			code: 'address-in-use',
			message: linux ? expect.stringContaining(`python3 (pid ${left.process.pid})`) : expect.anything(),
		});
		await expect(bench.engine.removeStale(id)).rejects.toMatchObject({ code: 'wrong-state' });
		await left.kill();
		await expect(bench.engine.start(id)).rejects.toMatchObject({ details: { stale: true } });
		await bench.engine.removeStale(id);
		await bench.engine.start(id);
		await bench.engine.stop(id);
		expect(existsSync(path)).toBe(false);
		writeFileSync(path, 'a file');
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			message: `${path} is there already, and is no socket.`,
		});
		expect(existsSync(path)).toBe(true);
	});

	test.runIf(linux)('abstract names reach each other', async () => {
		const bench = new TestBench();
		const path = `@wirebench-test-${process.pid}`;
		const peer = new Peer('unix_datagrams', ['serve', path]);
		await peer.line();
		const { id } = await bench.start({ kind, name: 'c', path: `${path}-client`, remote: path });
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('abc') });
		await bench.sink.waitFor((event) => event.text === 'ABC');
	});

	test('between two of ours the sending side is marked, and an idle peer is removed', async () => {
		const bench = new TestBench();
		const path = join(folder(), 's.sock');
		await bench.start({ kind, name: 'server', path, options: { idleTimeoutMs: 40 } });
		const { id } = await bench.start({ kind, name: 'client', remote: path });
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('x') });
		await bench.sink.waitFor((event) => event.kind === 'close');
		const data = bench.sink.events.filter((event) => event.kind === 'data');
		expect(data.map(({ direction, mirrored }) => `${direction} ${mirrored}`).sort()).toEqual(['in false', 'out true']);
	});
});
