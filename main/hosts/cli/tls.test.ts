import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { tshark, tsharkMissing } from '../../capture/tshark.fixture.ts';
import { event, events, run, wirebench } from './testing/cli.fixture.ts';
import { commandLines } from './testing/command-lines.fixture.ts';

const runLine = commandLines();

/** A separate data folder for the test, with the command line's options for it. */
function dataFolder(): { folder: string; env: Record<string, string> } {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-cli-tls-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return { folder, env: { WIREBENCH_DATA: folder } };
}

const REPLY = 'HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nConnection: close\\r\\n\\r\\nhi';

it('serves curl with the exported authority, reports the negotiated parameters, and stores plaintext that tshark reads', async () => {
	const { folder, env } = dataFolder();
	const ca = join(folder, 'ca.pem');
	const exporting = wirebench(['ca', '--export', ca], { env });
	expect(await exporting.exit()).toBe(0);
	expect(exporting.stderr()).toContain('To trust it');
	const capture = join(folder, 'capture');
	const server = wirebench(
		['listen', 'tls://127.0.0.1:0', '--tls-alpn', 'http/1.1', '--reply', REPLY, '--json', '--capture', capture],
		{ env },
	);
	const { port } = await event(server, 'listening');
	const curl = run('curl', [
		'-sS',
		'--cacert',
		ca,
		'--resolve',
		`tls.test:${port}:127.0.0.1`,
		`https://tls.test:${port}/secret`,
	]);
	expect(await curl.exit()).toBe(0);
	expect(curl.stdout()).toBe('hi');
	expect(await event(server, 'note')).toMatchObject({
		connection: 1,
		tls: { version: 'TLSv1.3', alpn: 'http/1.1', servername: 'tls.test', trust: 'none', chain: [] },
	});
	await event(server, 'close');
	server.child.kill('SIGINT');
	expect(await server.exit()).toBe(0);
	if (tsharkMissing !== undefined) return;
	const segment = readdirSync(capture).find((name) => name.endsWith('.pcapng')) ?? '';
	const uri = tshark(
		join(capture, segment),
		'-d',
		`tcp.port==${port},http`,
		'-Y',
		'http.request',
		'-Tfields',
		'-ehttp.request.uri',
	);
	expect(uri.trim()).toBe('/secret');
});

it('verifies a server: refused with its certificate on stderr, then trusted', async () => {
	const { folder, env } = dataFolder();
	const cert = join(folder, 'cert.pem');
	const both = join(folder, 'both.pem');
	const passphrase = join(folder, 'passphrase');
	writeFileSync(passphrase, 'open sesame\n');
	const key = join(folder, 'key.pem');
	execFileSync(
		'openssl',
		[
			'req',
			'-x509',
			'-newkey',
			'rsa:2048',
			'-keyout',
			key,
			'-out',
			cert,
			'-passout',
			'pass:open sesame',
			'-subj',
			'/CN=own',
			'-addext',
			'subjectAltName=DNS:own.test',
		],
		{ stdio: 'ignore' },
	);
	writeFileSync(both, `${readFileSync(cert, 'utf8')}${readFileSync(key, 'utf8')}`);
	const server = wirebench(
		[
			'listen',
			'tls://127.0.0.1:0',
			'--tls-cert',
			both,
			'--tls-passphrase-file',
			passphrase,
			'--reply',
			'yes',
			'--json',
		],
		{ env },
	);
	const { port } = await event(server, 'listening');
	const url = `tls://127.0.0.1:${port}`;
	const wary = wirebench(['send', url, 'hello'], { env });
	expect(await wary.exit()).toBe(1);
	expect(wary.stderr()).toContain('is signed by itself');
	expect(wary.stderr()).toMatch(
		/certificate of CN=own\n.*issuer itself\n.*valid .*\n.*names DNS:own\.test\n.*SHA-256 [0-9A-F:]{95}/,
	);
	const trusting = await runLine(['send', url, 'hello', '--tls-ca', cert, '--tls-servername', 'own.test'], env);
	expect(trusting.code).toBe(0);
	expect(trusting.stdout).toBe('yes');
	const careless = wirebench(['connect', url, '--tls-insecure', '--json'], { env });
	expect(await event(careless, 'note')).toMatchObject({
		tls: { trust: 'not-verified', chain: [{ subject: 'CN=own' }] },
	});
	careless.child.kill('SIGINT');
	expect(await careless.exit()).toBe(0);
	const printed = JSON.stringify([events(server), events(careless)]);
	expect(printed).not.toContain('PRIVATE KEY');
	expect(printed).not.toContain('sesame');
});

it('requests a client certificate, and reports invalid options', async () => {
	const { env } = dataFolder();
	const server = wirebench(['listen', 'tls://127.0.0.1:0', '--tls-client-cert', 'require', '--json'], { env });
	const { port } = await event(server, 'listening');
	const without = await runLine(['send', `tls://127.0.0.1:${port}`, 'hello', '--wait', '20000'], env);
	expect(without.code).toBe(1);
	expect(without.stderr).toContain('requires a certificate of ours');
	expect(await event(server, 'error')).toMatchObject({ message: expect.stringContaining('showed no certificate') });
	const made = wirebench(['connect', `tls://127.0.0.1:${port}`, '--tls-made', 'ann', '--json'], { env });
	await event(made, 'note');
	expect(await event(server, 'note')).toMatchObject({
		tls: { trust: 'verified', chain: [{ subject: 'CN=ann, O=Wirebench' }, {}] },
	});
	const wrong = await runLine(['listen', 'tcp://127.0.0.1:0', '--tls-alpn', 'h2'], env);
	expect(wrong.code).toBe(2);
	expect(wrong.stderr).toBe('--tls-alpn is for tls://HOST:PORT.\n');
});
