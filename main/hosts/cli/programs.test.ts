import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tshark, tsharkMissing } from '../../capture/tshark.fixture.ts';
import { opensslCertificate } from '../../engine/tls/openssl.fixture.ts';
import {
	event,
	events,
	eventsIn,
	type JsonEvent,
	listeningPort,
	type Running,
	run,
	testFolder,
	wirebench,
} from './testing/cli.fixture.ts';
import { commandLines } from './testing/command-lines.fixture.ts';
import { missing, mosquitto, nginx, type Place, redis } from './testing/programs.fixture.ts';

const runLine = commandLines();

const noNginx = missing('nginx');
const noRedis = missing('redis-server', 'redis-cli', 'redis-benchmark');
const noMosquitto = missing('mosquitto', 'mosquitto_sub', 'mosquitto_pub');

const url = (scheme: string, { host, port }: Place): string => `${scheme}://${host}:${port}`;

/** The output of a program that exited with 0. */
async function printed(program: string, args: readonly string[]): Promise<string> {
	const running = run(program, args);
	expect(await running.exit(), running.stderr()).toBe(0);
	return running.stdout();
}

/** A proxy in front of a server, and its listening port. */
async function proxied(target: string, ...more: string[]): Promise<{ proxy: Running; port: string }> {
	const proxy = wirebench(['proxy', 'tcp://127.0.0.1:0', target, '--json', ...more]);
	return { proxy, port: String(await listeningPort(proxy)) };
}

/** Ends it; returns its last line. */
async function summary(running: Running): Promise<JsonEvent | undefined> {
	running.child.kill('SIGINT');
	expect(await running.exit()).toBe(0);
	return events(running).at(-1);
}

describe.skipIf(noNginx !== undefined)(`nginx ${noNginx ?? ''}`, () => {
	it('answers the http-client preset, header and body separately', async () => {
		const place = await nginx({ files: { 'index.html': '<h1>from nginx</h1>\n' } });
		const client = wirebench(['connect', url('tcp', place), '--preset', 'http-client', '--split-header']);
		expect(await client.exit()).toBe(0);
		const [header, body] = client.stdout().split('--- body\n');
		expect(header).toMatch(/^--- header, \d+ bytes\nHTTP\/1\.1 200 OK\r?\nServer: nginx/);
		expect(body).toContain('<h1>from nginx</h1>\n');
	});

	it('over TLS: ALPN, its certificate, a client certificate on request, and a wrong name', async () => {
		const folder = testFolder();
		const server = opensslCertificate(folder);
		const ours = opensslCertificate(folder, 'client');
		const tls = [
			`ssl_certificate ${server.cert}; ssl_certificate_key ${server.key};`,
			`ssl_client_certificate ${ours.cert}; ssl_verify_client optional_no_ca;`,
			'location /who { default_type text/plain; return 200 "you are $ssl_client_s_dn"; }',
		];
		const place = await nginx({ files: {}, tls });
		const request = 'GET /who HTTP/1.0\r\n\r\n';
		const trusting = ['--tls-ca', server.cert, '--tls-servername', 'localhost', '--tls-alpn', 'h2,http/1.1'];
		const shown = ['--tls-cert', ours.cert, '--tls-key', ours.key];
		const line = ['send', url('tls', place), request, ...trusting, ...shown, '--wait', '60000', '--json'];
		const client = await runLine(line);
		expect(client.code).toBe(0);
		const all = eventsIn(client.stdout);
		expect(all.find((one) => one.event === 'note')?.tls).toMatchObject({
			servername: 'localhost',
			trust: 'verified',
			alpn: 'http/1.1',
		});
		const received = all.filter((one) => one.event === 'data' && one.direction === 'in');
		const answer = Buffer.from(received.map(({ hex }) => hex).join(''), 'hex').toString();
		expect(answer.split('\r\n\r\n')[1]).toBe('you are CN=client');
		const wrong = await runLine([
			'send',
			url('tls', place),
			request,
			'--tls-ca',
			server.cert,
			'--tls-servername',
			'other.test',
		]);
		expect(wrong.code).toBe(1);
		expect(wrong.stderr).toContain('is for another name. It is for DNS:localhost, IP Address:127.0.0.1');
	});

	it('through a proxy that slices and delays: curl gets a large file byte for byte, on one connection for two requests', async () => {
		const large = Buffer.alloc(3_000_000, 'every byte of this file is to arrive where it belongs, 0123456789; ');
		const place = await nginx({ files: { 'large.bin': large, 'small.txt': 'small' } });
		const faults = ['--fault', 'to-client:slicer=10000,variation=5000', '--fault', 'to-client:latency=5,jitter=5'];
		const { proxy, port } = await proxied(url('tcp', place), '--quiet', ...faults);
		const file = join(testFolder(), 'large.bin');
		const straight = join(testFolder(), 'straight.bin');
		writeFileSync(straight, large);
		const base = `http://127.0.0.1:${port}`;
		expect(await printed('curl', ['-sS', '-o', file, `${base}/large.bin`, `${base}/small.txt`])).toBe('small');
		await printed('cmp', [file, straight]);
		await event(proxy, 'close', { connection: 2 });
		const opened = events(proxy).filter((one) => one.event === 'open');
		expect(opened).toHaveLength(2);
		expect(await summary(proxy)).toMatchObject({ event: 'summary', dropped: 0 });
	});
});

describe.skipIf(noRedis !== undefined)(`redis ${noRedis ?? ''}`, () => {
	it('through a proxy that rewrites an answer with its length: redis-cli reads the new one', async () => {
		const place = await redis();
		const rule = 'to-client:s/\\$6\\r\\nsecret\\r\\n/$9\\r\\ndisclosed\\r\\n/';
		const { proxy, port } = await proxied(url('tcp', place), '--rewrite', rule);
		expect(await printed('redis-cli', ['-p', port, 'set', 'key', 'secret'])).toBe('OK\n');
		expect(await printed('redis-cli', ['-p', port, 'get', 'key'])).toBe('disclosed\n');
		expect(await printed('redis-cli', ['-h', place.host, 'get', 'key'])).toBe('secret\n');
		expect(await summary(proxy)).toMatchObject({ event: 'summary', dropped: 0 });
	});

	it('through a proxy that slices: redis-benchmark, pipelined on ten connections, gets all of its answers', async () => {
		const place = await redis();
		const { proxy, port } = await proxied(url('tcp', place), '--quiet', '--fault', 'slicer=7,variation=6');
		const report = await printed('redis-benchmark', [
			'-p',
			port,
			'-c',
			'10',
			'-n',
			'600',
			'-P',
			'6',
			'-t',
			'set,get',
			'--csv',
		]);
		expect(report).toMatch(/^"SET",/m);
		expect(report).toMatch(/^"GET",/m);
		expect(await printed('redis-cli', ['-p', port, 'info', 'stats'])).toContain('total_error_replies:0');
		expect(await summary(proxy)).toMatchObject({ event: 'summary', dropped: 0 });
	});

	it('a sequence against it passes', async () => {
		const steps = [
			'--send',
			'PING\\r\\n',
			'--expect',
			'+PONG\\r\\n',
			'--send',
			'SET a bcd\\r\\n',
			'--expect',
			'+OK\\r\\n',
		];
		const get = ['--send', '*2\\r\\n$3\\r\\nGET\\r\\n$1\\r\\na\\r\\n', '--expect', '$3\\r\\nbcd\\r\\n'];
		const quit = ['--send', 'QUIT\\r\\n', '--expect', '+OK\\r\\n', '--expect-end'];
		const sequence = await runLine(['sequence', url('tcp', await redis()), ...steps, ...get, ...quit]);
		expect(sequence.code, sequence.stdout).toBe(0);
	});

	it('redis-cli accepts a server of ours', async () => {
		const server = wirebench(['listen', 'tcp://127.0.0.1:0', '--reply', '+PONG\\r\\n', '--json']);
		const port = String(await listeningPort(server));
		expect(await printed('redis-cli', ['-p', port, 'ping'])).toBe('PONG\n');
	});
});

describe.skipIf(noMosquitto !== undefined)(`mosquitto ${noMosquitto ?? ''}`, () => {
	it('through a slow proxy: published data arrives, and the capture is valid MQTT', async () => {
		const place = await mosquitto();
		const capture = join(testFolder(), 'capture');
		const { proxy, port } = await proxied(url('tcp', place), '--fault', 'latency=20', '--capture', capture);
		const topic = ['-h', '127.0.0.1', '-p', port, '-t', 'wire/bench'];
		const subscriber = run('mosquitto_sub', [...topic, '-C', '1', '-W', '120']);
		// The broker's answer to the subscription: SUBACK, 3 bytes, on the way to the client.
		await proxy.line((line) => line.includes('"hex":"9003') && line.includes('"connection":1,"direction":"out"'));
		await printed('mosquitto_pub', [...topic, '-m', 'across', '-q', '1']);
		expect(await subscriber.exit(), subscriber.stderr()).toBe(0);
		expect(subscriber.stdout()).toBe('across\n');
		expect(await summary(proxy)).toMatchObject({ event: 'summary', dropped: 0 });
		if (tsharkMissing !== undefined) return;
		const fields = ['-d', `tcp.port==${port},mqtt`, '-Y', 'mqtt.msgtype==3', '-Tfields', '-emqtt.topic'];
		const segment = readdirSync(capture).find((name) => name.endsWith('.pcapng')) ?? '';
		expect(tshark(join(capture, segment), ...fields)).toContain('wire/bench');
	});

	it('a sequence in hex: CONNECT, CONNACK, PINGREQ, PINGRESP, DISCONNECT, end', async () => {
		const connect = ['--send-hex', '100d 0004 4d515454 04 02 003c 0001 61', '--expect-hex', '20020000'];
		const ping = ['--send-hex', 'c000', '--expect-hex', 'd000', '--send-hex', 'e000', '--expect-end'];
		const sequence = await runLine(['sequence', url('tcp', await mosquitto()), ...connect, ...ping]);
		expect(sequence.code, sequence.stdout).toBe(0);
	});
});
