import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { electronPackage } from './electron.mjs';

/**
 * Behaves as Electron does with signals (electron_browser_main_parts_posix.cc): the first of a kind closes it in
 * order, which takes a moment; the second ends it at once.
 */
const ELECTRON = `#!/usr/bin/env node
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.once(signal, () => {
		console.log('closing after ' + signal);
		setTimeout(() => { console.log('closed'); process.exit(0); }, 300);
	});
}
console.error(process.argv.find((argument) => argument.startsWith('--js-flags=')));
console.log('Electron is up');
setInterval(() => undefined, 1000);
`;

/** Room for several chunks in a download of it. */
const PADDING = 400_000;

/** A copy of the npm package of Electron, without a runtime, in `folder`; its dependencies are the installed ones. */
export function copiedPackage(folder: string): { packageFolder: string; version: string } {
	const original = electronPackage();
	const modules = join(folder, 'node_modules');
	const packageFolder = join(modules, 'electron');
	mkdirSync(packageFolder, { recursive: true });
	for (const name of ['package.json', 'install.js', 'checksums.json']) {
		copyFileSync(join(original, name), join(packageFolder, name));
	}
	for (const name of ['@electron/get', '@electron-internal/extract-zip']) {
		mkdirSync(join(modules, dirname(name)), { recursive: true });
		symlinkSync(join(original, '..', name), join(modules, name));
	}
	const [, version = ''] = /"version": "([^"]+)"/.exec(readFileSync(join(packageFolder, 'package.json'), 'utf8')) ?? [];
	return { packageFolder, version };
}

/** The archive of a runtime whose executable is a stand-in. */
export function runtimeArchive(folder: string, version: string): Buffer {
	const source = join(folder, 'runtime');
	mkdirSync(source);
	writeFileSync(join(source, 'electron'), ELECTRON, { mode: 0o755 });
	writeFileSync(join(source, 'version'), version);
	writeFileSync(join(source, 'padding'), Buffer.alloc(PADDING, 'x'));
	const zip = join(folder, 'runtime.zip');
	const program =
		'import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], "w") as z:\n\tfor n in sys.argv[2:]: z.write(n)';
	execFileSync('python3', ['-c', program, zip, 'electron', 'version', 'padding'], { cwd: source });
	return readFileSync(zip);
}

/** How a mirror answers one request for the archive. */
export type Answer = (request: IncomingMessage, response: ServerResponse, archive: Buffer) => void;

/** The bytes that were requested: all, or those of a range. */
export const whole: Answer = ({ headers }, response, archive) => {
	const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
	const rest = archive.subarray(from);
	response.writeHead(from === 0 ? 200 : 206, {
		'content-length': rest.length,
		...(from === 0 ? {} : { 'content-range': `bytes ${from}-${archive.length - 1}/${archive.length}` }),
	});
	response.end(rest);
};

/** The first half, then nothing more. */
export const half: Answer = (_request, response, archive) => {
	response.writeHead(200, { 'content-length': archive.length });
	response.write(archive.subarray(0, archive.length / 2));
};

/** Accepts the request and never answers. */
export const silent: Answer = () => undefined;

/** Ends the connection in place of an answer. */
export const unanswered: Answer = ({ socket }) => socket.destroy();

/** The port on which a server listens. */
export function portOf(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port.');
	return address.port;
}

export interface Mirror {
	/** What makes Electron's downloader use it, with a cache in the test's folder. */
	readonly env: Record<string, string>;
	readonly port: number;
	readonly archive: Buffer;
	/** The `range` of each request for the archive so far. */
	readonly ranges: (string | undefined)[];
	/** Resolves when the connection of the first request for the archive has closed. */
	readonly firstClosed: Promise<void>;
	/** Ends the connection of the first request for the archive. */
	breakOff(): void;
	/** The targets of the tunnels that it was asked for as a proxy; all lead to itself. */
	readonly tunnels: string[];
}

/** A mirror of Electron's downloads on loopback; `answers` are for the requests in turn, the last for all others. */
export async function mirror(folder: string, version: string, answers: readonly Answer[]): Promise<Mirror> {
	const archive = runtimeArchive(folder, version);
	const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
	const sums = `${createHash('sha256').update(archive).digest('hex')} *${name}\n`;
	const ranges: (string | undefined)[] = [];
	const tunnels: string[] = [];
	let breakOff = (): void => undefined;
	const { promise: firstClosed, resolve: closed } = Promise.withResolvers<void>();
	const server = createServer((request, response) => {
		if (request.url?.endsWith('/SHASUMS256.txt')) response.end(sums);
		else if (request.url?.endsWith(`/v${version}/${name}`)) {
			ranges.push(request.headers.range);
			if (ranges.length === 1) {
				request.socket.once('close', () => closed());
				breakOff = () => void request.socket.destroy();
			}
			const answer = answers[Math.min(ranges.length, answers.length) - 1];
			answer?.(request, response, archive);
		} else response.writeHead(404).end();
	});
	server.on('connect', (request, socket) => {
		tunnels.push(request.url ?? '');
		socket.write('HTTP/1.1 200 OK\r\n\r\n');
		const back = connect(portOf(server), '127.0.0.1');
		for (const each of [socket, back]) each.on('error', () => undefined);
		socket.pipe(back).pipe(socket);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const port = portOf(server);
	return {
		env: {
			ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
			electron_use_remote_checksums: '1',
			electron_config_cache: join(folder, 'cache'),
		},
		port,
		archive,
		ranges,
		firstClosed,
		breakOff: () => breakOff(),
		tunnels,
	};
}
