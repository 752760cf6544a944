import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { statisticFiguresSchema } from '../../../../common/contract/calls/figures/statistics.ts';
import { tshark, tsharkMissing } from '../../../capture/tshark.fixture.ts';
import { event, listeningPort, python, testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

const rowSchema = statisticFiguresSchema.extend({
	by: z.string(),
	id: z.number().optional(),
	protocol: z.string().optional(),
	local: z.string().optional(),
	remote: z.string().optional(),
});

/** The printed objects: the total, then the rows. */
function rowsIn(output: string): z.infer<typeof rowSchema>[] {
	return output
		.split('\n')
		.slice(0, -1)
		.map((line) => rowSchema.parse(JSON.parse(line)));
}

/** Answers requests of a line after 40 ms. */
const SERVE = [
	'import socket, sys, time',
	's = socket.create_server(("127.0.0.1", 0))',
	'print(s.getsockname()[1], flush=True)',
	'c, _ = s.accept()',
	'lines = c.makefile("rb")',
	'for line in lines:',
	'    time.sleep(0.04)',
	'    c.sendall(b"x" * 100)',
];

/** Sends requests, each when the one before is answered. */
const ASK = [
	'import socket, sys',
	's = socket.create_connection(("127.0.0.1", int(sys.argv[1])))',
	'for i in range(int(sys.argv[2])):',
	'    s.sendall(b"GET / HTTP/1.1\\r\\nA: ".ljust(96, b"a") + b"\\r\\n\\r\\n" if len(sys.argv) > 3 else b"question\\n")',
	'    n = 0',
	'    while n < 100: n += len(s.recv(100 - n))',
	's.close()',
];

it('counts what endpoints, connections and protocols had, with the times of answers', async () => {
	const folder = join(testFolder(), 'capture');
	const server = python(SERVE);
	const port = Number(await server.line(() => true));
	const proxy = wirebench(['proxy', 'tcp://127.0.0.1:0', `tcp://127.0.0.1:${port}`, '--json', '--capture', folder]);
	const client = python(ASK, [String(await listeningPort(proxy)), '10']);
	expect(await client.exit()).toBe(0);
	await event(proxy, 'close', { connection: 1 });
	await event(proxy, 'close', { connection: 2 });
	proxy.child.kill('SIGINT');
	expect(await proxy.exit()).toBe(0);

	const { code, stdout } = await run(['stats', folder, '--by', 'connection', '--sort', 'name', '--json']);
	expect(code).toBe(0);
	const [total, accepted, opened] = rowsIn(stdout);
	expect(total).toMatchObject({ by: 'total', bytesIn: 90 + 1000, bytesOut: 90 + 1000, answers: { count: 20 } });
	expect(accepted).toMatchObject({ id: 1, protocol: 'tcp', bytesIn: 90, bytesOut: 1000, answers: { count: 10 } });
	expect(opened).toMatchObject({ id: 2, remote: `127.0.0.1:${port}`, bytesIn: 1000, bytesOut: 90 });
	for (const row of [accepted, opened]) {
		const { p50 = 0, max = 0 } = row?.answers ?? {};
		expect(p50).toBeGreaterThanOrEqual(40e6 * (1 - 1 / 32));
		expect(max).toBeGreaterThanOrEqual(p50);
	}

	const text = await run(['stats', folder, '--by', 'protocol', '--filter', 'conn:1']);
	expect(text.stdout).toMatch(/^name .+\ntcp +\d+ +20 +90 +1000 +100\.0 % /);
	expect(text.stdout).toMatch(/\n {2}not recognised +20 +20 +90 +1000 +100\.0 % .+\ntotal +\d+ /);
});

it.skipIf(tsharkMissing)('counts as tshark does', async () => {
	const folder = join(testFolder(), 'capture');
	const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--json', '--capture', folder]);
	const port = String(await listeningPort(listen));
	for (const count of ['3', '5']) expect(await python(ASK, [port, count, 'http']).exit()).toBe(0);
	listen.child.kill('SIGINT');
	expect(await listen.exit()).toBe(0);
	const [file] = readdirSync(folder).filter((name) => name.endsWith('.pcapng'));
	const path = join(folder, file ?? '');
	// A line a conversation: ends, then frames and bytes each way, which have 40 bytes of headers each.
	const conversations = tshark(path, '-q', '-z', 'conv,tcp')
		.split('\n')
		.filter((line) => line.includes('<->'));
	const rows = rowsIn((await run(['stats', folder, '--by', 'connection', '--json'])).stdout).slice(1);
	expect(rows.length).toBe(conversations.length);
	for (const row of rows) {
		const { local = '', remote = '', bytesIn, bytesOut } = row;
		const line = conversations.find((one) => one.includes(local) && one.includes(remote));
		expect(line).toBeDefined();
		const data = tshark(
			path,
			'-Y',
			`tcp.len > 0 && tcp.srcport == ${remote.split(':')[1]}`,
			'-T',
			'fields',
			'-e',
			'tcp.len',
		);
		const sum = data
			.trim()
			.split('\n')
			.reduce((all, length) => all + Number(length), 0);
		expect(bytesIn).toBe(sum);
		expect(bytesOut).toBe(sum);
	}
	const hierarchy = tshark(path, '-d', `tcp.port==${port},http`, '-q', '-z', 'io,phs');
	const protocols = rowsIn((await run(['stats', folder, '--by', 'protocol', '--json'])).stdout);
	expect(hierarchy).toContain('http');
	expect(protocols.map(({ protocol }) => protocol)).toContain('http');
});
