import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { findPreset } from '../../../common/presets/index.ts';
import { CountingSink } from '../testing/counting-sink.fixture.ts';
import { hex, runPeer, unhex } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const SAMPLE = join(import.meta.dirname, '../../../assets/packed/samples/test.jpg');
const any = { type: 'any' } as const;
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'wirebench-files-'));
	await mkdir(join(folder, 'site/deep'), { recursive: true });
	await writeFile(join(folder, 'secret.txt'), 'secret');
	await writeFile(join(folder, 'site/a b.txt'), 'spaced');
	await writeFile(join(folder, 'site/deep/x.json'), '{}');
	await symlink(join(folder, 'secret.txt'), join(folder, 'site/link.txt'));
	await symlink(folder, join(folder, 'site/up'));
	await symlink('a b.txt', join(folder, 'site/inside.txt'));
	return () => rm(folder, { recursive: true });
});

async function run(program: string, args: string[], input = ''): Promise<Buffer> {
	const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
	child.stdin.end(input);
	const [out, [code]] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
	if (code !== 0) throw new Error(`${program} ended with ${code}.`);
	return out;
}

/** The http-server preset over a folder. */
function httpServer(path: string): EndpointConfigInput {
	const preset = findPreset('http-server');
	if (preset?.config.kind !== 'tcp-server') throw new Error('It is a server.');
	const [first, ...rest] = preset.config.responder?.rules ?? [];
	if (first?.file === undefined) throw new Error('It serves files.');
	const responder = { rules: [{ ...first, file: { ...first.file, path } }, ...rest] };
	return { ...preset.config, port: 0, responder };
}

test('http-server serves the picture to curl with its type, and at every other address a page that shows it', async () => {
	const bench = new TestBench();
	const { args, id } = await bench.preset('http-server');
	const base = `http://${args[0]}:${args[1]}`;
	const answer = await run('curl', ['-si', `${base}/test.jpg`]);
	const at = answer.indexOf('\r\n\r\n') + 4;
	expect(answer.subarray(0, at).toString('latin1')).toBe(
		`HTTP/1.1 200 OK\r\nContent-Type: image/jpg\r\nContent-Length: ${answer.length - at}\r\nConnection: close\r\n\r\n`,
	);
	expect(answer.subarray(at).equals(await readFile(SAMPLE))).toBe(true);
	for (const path of ['/', '/other', '/test.jpg2', '/test.jpg/']) {
		const page = (await run('curl', ['-si', base + path])).toString();
		expect(page, path).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
		expect(page, path).toContain('<img src="/test.jpg">');
	}
	expect((await run('curl', ['-si', '-X', 'POST', base])).toString()).toMatch(/^HTTP\/1\.1 501 /);
	const [host = '', port = ''] = args;
	for (const request of ['GET / HTTP/1.0\n\n', 'GET / HTTP/1.0\nHost: a\r\n\n', '\nGET / HTTP/1.0\n\n']) {
		const page = (await run('nc', [host, port], request)).toString();
		expect(page, JSON.stringify(request)).toMatch(/^HTTP\/1\.1 200 OK\r\nContent-Type: text\/html/);
	}
	await bench.sink.until(() => bench.engine.endpoint(id)?.connections === 0);
	expect(bench.engine.endpoint(id)?.answers).toEqual({ hits: [1, 7, 1], unanswered: 0 });
});

test('a folder serves only its own files: no .., no encoded or absolute path, no link out of it', async () => {
	const bench = new TestBench();
	const { args } = await bench.start(httpServer(join(folder, 'site')));
	const base = `http://${args[0]}:${args[1]}`;
	const get = async (path: string) =>
		(await run('curl', ['-si', '--path-as-is', '--globoff', base + path])).toString('latin1');
	expect(await get('/a%20b.txt')).toMatch(/Content-Type: text\/plain.*\r\n\r\nspaced$/s);
	expect(await get('/inside.txt?x=1')).toMatch(/\r\n\r\nspaced$/);
	expect(await get('/deep/../deep/x.json')).toMatch(/application\/json\r\n.*\{\}$/s);
	for (const path of [
		'/../secret.txt',
		'/deep/../../secret.txt',
		'/..%2fsecret.txt',
		'/%2e%2e/secret.txt',
		'/%2e%2e%2fsecret.txt',
		'/..%5csecret.txt',
		`/${join(folder, 'secret.txt')}`,
		`/${encodeURIComponent(join(folder, 'secret.txt'))}`,
		'/link.txt',
		'/up/secret.txt',
		'/a%20b.txt%00.jpg',
		'/deep',
		'/.',
		'/%zz',
	]) {
		const answer = await get(path);
		expect(answer, path).toContain('<img src="/test.jpg">');
		expect(answer, path).not.toContain('secret');
	}
});

test('a reply with a file, then others in order; a missing one is an error that names it', async () => {
	const bench = new TestBench();
	const gone = join(folder, 'gone.bin');
	const { args } = await bench.start({
		kind: 'tcp-server',
		name: 'files',
		port: 0,
		framing: { type: 'line' },
		responder: {
			rules: [
				{
					match: { type: 'equals', pattern: { format: 'text', text: 'file' } },
					reply: { format: 'text', text: '{{size}} {{type}}:' },
					file: { path: join(folder, 'secret.txt') },
				},
				{ match: { type: 'equals', pattern: { format: 'text', text: 'gone' } }, file: { path: gone } },
				{ match: any, reply: { format: 'text', text: '<{{n}} {{data}}>' } },
			],
		},
	});
	const [all] = await runPeer('tcp_read_all', [...args, '--shut', hex('one\nfile\ngone\nfile\nlast\n')]);
	const file = '6 text/plain; charset=utf-8:secret';
	expect(unhex(all)).toBe(`<1 one>${file}${file}<5 last>`);
	const error = await bench.sink.waitFor((event) => event.kind === 'error');
	expect(error.text).toBe(`The file ${gone} is not there (ENOENT).`);
});

test('a file of 64 MiB reaches a slow reader unchanged, in pieces', async () => {
	const path = join(folder, 'large.bin');
	const size = 64 * 1024 * 1024;
	const file = await open(path, 'w');
	const piece = Buffer.alloc(1024 * 1024);
	for (let at = 0; at < size; at += piece.length) await file.write(piece.fill(at / piece.length + 1));
	await file.close();
	const bench = new TestBench({}, new CountingSink());
	const { args, id } = await bench.start({
		kind: 'tcp-server',
		name: 'large',
		port: 0,
		responder: { onOpen: { file: { path }, after: 'end' } },
	});
	const child = spawn('socat', ['-u', '-b', '4096', `TCP:${args[0]}:${args[1]}`, 'STDOUT']);
	onTestFinished(() => void child.kill('SIGKILL'));
	const hash = createHash('sha256');
	let most = 0;
	for await (const chunk of child.stdout) {
		hash.update(chunk);
		const [connection] = bench.engine.connections();
		most = Math.max(most, connection?.pending ?? 0);
	}
	const expected = createHash('sha256').update(await readFile(path));
	expect(hash.digest('hex')).toBe(expected.digest('hex'));
	expect(bench.engine.endpoint(id)?.bytesOut).toBe(size);
	expect(most).toBeLessThanOrEqual(256 * 1024);
});

test('a peer that closes in the middle of a file is reported; the server continues', async () => {
	const bench = new TestBench();
	const path = join(folder, 'sparse.bin');
	const file = await open(path, 'w');
	await file.truncate(256 * 1024 * 1024);
	await file.close();
	const { args, id } = await bench.start({
		kind: 'tcp-server',
		name: 'cut',
		port: 0,
		responder: { onOpen: { file: { path }, after: 'end' } },
	});
	const head = spawn('sh', ['-c', `socat -u TCP:${args[0]}:${args[1]} STDOUT | head -c 1000 | wc -c`]);
	expect((await text(head.stdout)).trim()).toBe('1000');
	const note = await bench.sink.waitFor((event) => event.kind === 'note' && event.text.includes("of a file's"));
	expect(note.text).toMatch(/^The last \d+ of a file's 268435456 bytes are not sent\.$/);
	await bench.sink.waitFor((event) => event.kind === 'close');
	expect(bench.engine.endpoint(id)).toMatchObject({ status: 'open', connections: 0 });
});

test('over UDP a file is one datagram, or an error when it is too large for one', async () => {
	const bench = new TestBench();
	const { args } = await bench.start({
		kind: 'udp',
		name: 'files',
		responder: {
			rules: [
				{
					match: { type: 'equals', pattern: { format: 'text', text: 'large' } },
					file: { path: join(folder, 'big-datagram.bin') },
				},
				{ match: any, reply: { format: 'text', text: '{{size}}=' }, file: { path: join(folder, 'secret.txt') } },
			],
		},
	});
	await writeFile(join(folder, 'big-datagram.bin'), Buffer.alloc(70_000));
	const large = spawn('socat', ['-t', '0.1', '-', `UDP:${args[0]}:${args[1]}`]);
	large.stdin.end('large');
	const error = await bench.sink.waitFor((event) => event.kind === 'error');
	expect(error.text).toContain('70000 bytes: a datagram has at most 65507.');
	const [line] = await runPeer('udp_clients', [...args, hex('x')]);
	expect(JSON.parse(line ?? '')).toEqual([
		[0, hex('6=secret'), true],
		[1, hex('6=secret'), true],
	]);
});
