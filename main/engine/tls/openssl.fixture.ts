import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';

/** A folder that is gone when the test is over. */
export function testFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-tls-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Files of OpenSSL's making in a folder: a certificate of its own signing, for localhost. Gives their paths. */
export function opensslCertificate(folder: string, name = 'server', ...more: string[]): { cert: string; key: string } {
	const cert = join(folder, `${name}.pem`);
	const key = join(folder, `${name}-key.pem`);
	const common = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-subj', `/CN=${name}`];
	const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
	openssl('req', '-x509', ...common, '-nodes', '-keyout', key, '-out', cert, '-days', '2', ...names, ...more);
	return { cert, key };
}

/** Runs openssl to its end; gives what it printed. */
export function openssl(...args: string[]): string {
	return execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** An openssl s_client or s_server, or another program, while it runs. */
export class TlsPeer {
	readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
	/** All that it printed, on both outputs. */
	output = '';
	readonly ended: Promise<unknown>;
	readonly #looks = new Set<() => void>();

	constructor(command: string, args: readonly string[]) {
		this.process = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
		this.ended = once(this.process, 'close');
		const add = (text: Buffer) => {
			this.output += text.toString('latin1');
			for (const look of this.#looks) look();
		};
		this.process.stdout.on('data', add);
		this.process.stderr.on('data', add);
		this.process.stdin.on('error', () => undefined);
		onTestFinished(async () => {
			this.process.kill('SIGKILL');
			await this.ended;
		});
	}

	/** Resolves when it has printed this. */
	printed(text: string): Promise<void> {
		return new Promise((resolve, reject) => {
			const look = () => {
				if (!this.output.includes(text)) return;
				this.#looks.delete(look);
				resolve();
			};
			this.#looks.add(look);
			void this.ended.then(() => reject(new Error(`It ended without "${text}": ${this.output}`)));
			look();
		});
	}
}

/** `openssl s_client` to a port of this machine. */
export function sClient(port: number, ...args: string[]): TlsPeer {
	return new TlsPeer('openssl', ['s_client', '-connect', `127.0.0.1:${port}`, ...args]);
}

/** `openssl s_server` on a port that was free a moment ago; gives the port when it accepts. */
export async function sServer(...args: string[]): Promise<{ peer: TlsPeer; port: number }> {
	const port = await freePort();
	const peer = new TlsPeer('openssl', ['s_server', '-accept', `127.0.0.1:${port}`, ...args]);
	await peer.printed('ACCEPT');
	return { peer, port };
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new TypeError('The server has no port.');
	return address.port;
}
