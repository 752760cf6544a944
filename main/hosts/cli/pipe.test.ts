import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { byTier } from '../../../common/tier.fixture.ts';
import { tsharkFields, tsharkMissing, tsharkReading } from '../../capture/tshark.fixture.ts';
import { dist } from '../launch/build.mjs';
import { testFolder } from './testing/cli.fixture.ts';

/** A command with `--capture -`; the test handles its output, and its temporary files go where the test can see them. */
function piping(args: readonly string[], stdout: 'pipe' | number = 'pipe') {
	const tmp = testFolder();
	const child = spawn(process.execPath, [join(dist, 'main/cli.js'), ...args, '--capture', '-'], {
		stdio: ['ignore', stdout, 'pipe'],
		env: { ...process.env, TMPDIR: tmp },
	});
	const closed = once(child, 'close');
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await closed;
	});
	const lines: string[] = [];
	const look = new Set<() => void>();
	if (child.stderr === null) throw new Error('It has no stderr.');
	createInterface({ input: child.stderr }).on('line', (line) => {
		lines.push(line);
		for (const each of look) each();
	});
	/** The first line on stderr that `wanted` accepts. */
	const line = (wanted: (line: string) => boolean): Promise<string> =>
		new Promise((resolve) => {
			const check = () => {
				const found = lines.find(wanted);
				if (found === undefined) return;
				look.delete(check);
				resolve(found);
			};
			look.add(check);
			check();
		});
	const port = async (): Promise<number> => JSON.parse(await line((text) => text.includes('"listening"'))).port;
	return { child, lines, line, port, closed, tmp };
}

async function ended(child: ChildProcess, closed: Promise<unknown>): Promise<number | null> {
	await closed;
	return child.exitCode;
}

function collect(child: ChildProcess): Buffer[] {
	const chunks: Buffer[] = [];
	child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
	return chunks;
}

/** Connections that are made while TCP waits. */
const OTHERS = 10;
/** More than any machine takes before it waits. */
const MOST_BYTES = 2 ** 30;

/** Sends as fast as it is read until `reported`, then ends. Returns the number of bytes. */
async function sendUntil(socket: net.Socket, reported: Promise<unknown>): Promise<number> {
	const chunk = Buffer.alloc(1 << 20, 'x');
	let isReported = false;
	const over = reported.then(() => {
		isReported = true;
	});
	let size = 0;
	while (!isReported) {
		size += chunk.length;
		expect(size).toBeLessThan(MOST_BYTES);
		if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), over]);
	}
	socket.end();
	return size;
}

describe.skipIf(tsharkMissing !== undefined)(`--capture -${tsharkMissing ? `: ${tsharkMissing}` : ''}`, () => {
	it('is read by tshark while it runs, and the summary is on stderr', async () => {
		const tshark = spawn('tshark', ['-l', '-i', '-', '-T', 'fields', '-e', 'tcp.payload'], {
			stdio: ['pipe', 'pipe', 'ignore'],
		});
		onTestFinished(() => void tshark.kill('SIGKILL'));
		const listen = piping(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--json']);
		listen.child.stdout?.pipe(tshark.stdin);
		const socket = net.connect(await listen.port(), '127.0.0.1');
		socket.write('live');
		const payloads: string[] = [];
		for await (const line of createInterface({ input: tshark.stdout })) {
			if (line === '') continue;
			payloads.push(Buffer.from(line, 'hex').toString());
			if (payloads.length === 2) {
				// Both have arrived while the command runs: now it may end.
				socket.destroy();
				listen.child.kill('SIGINT');
			}
		}
		expect(payloads).toEqual(['live', 'LIVE']);
		expect(await ended(listen.child, listen.closed)).toBe(0);
		expect(listen.lines.at(-1)).toMatch(/^\{"event":"summary","received":(\d+),"stored":\1,"dropped":0\}$/);
		expect(readdirSync(listen.tmp)).toEqual([]);
	});

	it('is a whole capture of one section, without a warning, across any number of segments', async () => {
		const listen = piping(['listen', 'tcp://127.0.0.1:0', '--json', '--quiet']);
		const chunks = collect(listen.child);
		const payload = Buffer.alloc(byTier(20, 40) << 20, 'wirebench ');
		const socket = net.connect(await listen.port(), '127.0.0.1');
		socket.end(payload);
		await listen.line((line) => line.includes('"close"'));
		listen.child.kill('SIGINT');
		expect(await ended(listen.child, listen.closed)).toBe(0);
		const path = join(testFolder(), 'out.pcapng');
		writeFileSync(path, Buffer.concat(chunks));
		const reading = { filter: 'frame', fields: ['frame.section_number'], streams: 1 };
		const { warnings, rows, streams } = await tsharkReading(path, reading);
		expect(warnings).toEqual([]);
		expect(streams[0]?.opener.equals(payload)).toBe(true);
		expect(new Set(rows.flat())).toEqual(new Set(['1']));
	});

	it('lets TCP wait for a slow reader, reports it, and loses nothing', async () => {
		const listen = piping(['listen', 'tcp://127.0.0.1:0', '--json', '--quiet']);
		const port = await listen.port();
		const waiting = listen.line((line) => line.includes('TCP connections wait for it'));
		const size = await sendUntil(net.connect(port, '127.0.0.1'), waiting);
		// Others connect, but are not read: what they have sent, and that they have ended, is seen later.
		for (let n = 2; n <= OTHERS + 1; n++) {
			net.connect(port, '127.0.0.1').end('y');
			await listen.line((line) => line.includes('"open"') && line.includes(`"connection":${n},`));
		}
		expect(listen.lines.filter((line) => line.includes('"close"'))).toEqual([]);
		const chunks = collect(listen.child);
		for (let n = 1; n <= OTHERS + 1; n++) {
			await listen.line((line) => line.includes('"close"') && line.includes(`"connection":${n},`));
		}
		await listen.line((line) => line.includes('has caught up'));
		listen.child.kill('SIGINT');
		expect(await ended(listen.child, listen.closed)).toBe(0);
		expect(JSON.parse(listen.lines.at(-1) ?? '')).toMatchObject({ event: 'summary', dropped: 0 });
		const path = join(testFolder(), 'out.pcapng');
		writeFileSync(path, Buffer.concat(chunks));
		const lengths = (await tsharkFields(path, 'tcp.len > 0', 'tcp.len')).map(([length]) => Number(length));
		expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(size + OTHERS);
	});
});

it('starts with the section header before any event, and exits with 0 when its reader closes', async () => {
	const listen = piping(['listen', 'tcp://127.0.0.1:0', '--json']);
	const port = await listen.port();
	const { stdout } = listen.child;
	if (stdout === null) throw new Error('It has no stdout.');
	const [first]: Buffer[] = await once(stdout, 'data');
	expect(first?.subarray(0, 4).toString('hex')).toBe('0a0d0d0a');
	stdout.destroy();
	const socket = net.connect(port, '127.0.0.1');
	socket.on('error', () => socket.destroy());
	expect(await ended(listen.child, listen.closed)).toBe(0);
	expect(listen.lines.at(-1)).toMatch(/^\{"event":"summary"/);
	expect(listen.lines.filter((line) => !line.startsWith('{'))).toEqual([]);
	expect(readdirSync(listen.tmp)).toEqual([]);
});

it('writes the capture of a client to stdout, and lines for people on stderr', async () => {
	const server = net.createServer((socket) => socket.end('bye')).listen(0, '127.0.0.1');
	onTestFinished(() => void server.close());
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	const connect = piping(['connect', `tcp://127.0.0.1:${port}`]);
	const chunks = collect(connect.child);
	expect(await ended(connect.child, connect.closed)).toBe(0);
	expect(Buffer.concat(chunks).includes('bye')).toBe(true);
	expect(connect.lines.at(-1)).toMatch(/^received (\d+) events, stored \1, dropped 0$/);
});
