import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { download, NetworkError, type Progress } from './download.mjs';
import { portOf } from './electron.fixture.ts';
import { partialFile } from './partial-file.mjs';

let folder = '';
let file = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'wirebench-download-'));
	file = join(folder, 'file');
	breakOff = () => undefined;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Long beside an answer on loopback, on a busy machine too. */
const STALL_MS = 1000;

const TEXT = 'abcdefghijklmnopqrstuvwxyz';

/** A server whose requests are answered by these in turn; and the ranges that they asked for. */
async function server(...answers: RequestListener[]): Promise<{ url: string; ranges: (string | undefined)[] }> {
	const ranges: (string | undefined)[] = [];
	const listening = createServer((request, response) => {
		ranges.push(request.headers.range);
		answers[ranges.length - 1]?.(request, response);
	});
	await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		listening.closeAllConnections();
		listening.close();
	});
	return { url: `http://127.0.0.1:${portOf(listening)}/file`, ranges };
}

/** What breaks the connection of an answer that has sent its bytes, until they are stored. */
let breakOff = (): void => undefined;

/** The bytes from here to the end, or up to a break. */
const part =
	(from: number, to = TEXT.length, then: 'end' | 'stall' | 'break' = 'end'): RequestListener =>
	(_request, response) => {
		response.writeHead(from === 0 ? 200 : 206, {
			'content-length': TEXT.length - from,
			...(from === 0 ? {} : { 'content-range': `bytes ${from}-${TEXT.length - 1}/${TEXT.length}` }),
		});
		response.write(TEXT.slice(from, to), () => {
			if (then === 'end') response.end();
		});
		if (then === 'break') breakOff = () => void response.socket?.destroy();
	};
const silent: RequestListener = () => undefined;

function fetched(url: string, stallMs = 60_000): { done: Promise<void>; progress: Progress[] } {
	const progress: Progress[] = [];
	const onProgress = (one: Progress): void => {
		progress.push(one);
		if (one.received % 10 === 0 && one.received > 0) breakOff();
	};
	return { progress, done: download(url, file, { stallMs, onProgress }) };
}

describe('a download', () => {
	it('reports its progress', async () => {
		const { done, progress } = fetched((await server(part(0))).url);
		await done;
		expect(readFileSync(file, 'utf8')).toBe(TEXT);
		expect(progress[0]).toEqual({ received: 0, total: 26 });
		expect(progress.at(-1)).toEqual({ received: 26, total: 26 });
	});

	it('goes on with the missing bytes after a break and after a stall', async () => {
		const { url, ranges } = await server(part(0, 10, 'break'), part(10, 20, 'stall'), part(20));
		const { done, progress } = fetched(url, STALL_MS);
		await done;
		expect(readFileSync(file, 'utf8')).toBe(TEXT);
		expect(ranges).toEqual([undefined, 'bytes=10-', 'bytes=20-']);
		expect(progress.at(-1)).toEqual({ received: 26, total: 26 });
	});

	it('may take as long as it does while bytes come', async () => {
		const { url, ranges } = await server((_request, response) => {
			response.writeHead(200);
			const bytes = [...TEXT];
			const timer = setInterval(() => {
				response.write(bytes.splice(0, 2).join(''));
				if (bytes.length > 0) return;
				clearInterval(timer);
				response.end();
			}, STALL_MS / 10);
		});
		await fetched(url, STALL_MS).done;
		expect(readFileSync(file, 'utf8')).toBe(TEXT);
		expect(ranges).toHaveLength(1);
	});

	it('ends after a connection that brings nothing, and keeps what is there', async () => {
		const { url, ranges } = await server(part(0, 10, 'break'), silent, part(10));
		await expect(fetched(url, STALL_MS).done).rejects.toThrow(new NetworkError('no data came for 1 s'));
		expect(readFileSync(file, 'utf8')).toBe(TEXT.slice(0, 10));
		await fetched(url).done;
		expect(readFileSync(file, 'utf8')).toBe(TEXT);
		expect(ranges).toEqual([undefined, 'bytes=10-', 'bytes=10-']);
	});

	it('ends when a server without ranges breaks off at the same place each time', async () => {
		const breaks = part(0, 10, 'break');
		const { url, ranges } = await server(breaks, breaks, breaks, breaks, part(0));
		await expect(fetched(url).done).rejects.toThrow(NetworkError);
		expect(ranges).toHaveLength(4);
	});

	it('starts from the first byte where the server has no ranges', async () => {
		writeFileSync(file, 'xyz');
		await fetched((await server(part(0))).url).done;
		expect(readFileSync(file, 'utf8')).toBe(TEXT);
	});

	it('takes a file that is whole already', async () => {
		writeFileSync(file, TEXT);
		await fetched((await server((_request, response) => response.writeHead(416).end())).url).done;
		expect(readFileSync(file, 'utf8')).toBe(TEXT);
	});

	it('drops what it has when the server answers with another part', async () => {
		writeFileSync(file, 'xyz');
		await expect(fetched((await server(part(5))).url).done).rejects.toThrow('another part');
		expect(readdirSync(folder)).toEqual([]);
	});

	it("fails with the server's answer, and with the reason of the network", async () => {
		const { url } = await server((_request, response) => response.writeHead(404).end());
		await expect(fetched(url).done).rejects.toThrow(`${url} answered 404 Not Found`);
		await expect(fetched('http://name.invalid/file').done).rejects.toThrow(/name\.invalid/);
	});

	it('fails when the file cannot be written', async () => {
		file = join(folder, 'none/file');
		await expect(fetched((await server(part(0))).url).done).rejects.toThrow('ENOENT');
	});
});

describe('the partial file', () => {
	/** Process ids are below 2^22 on Linux and start again long before this elsewhere. */
	const ENDED = 99_999_999;

	it('continues the longest of ended processes, and removes the others', () => {
		writeFileSync(join(folder, `a.zip.${ENDED}.part`), 'long');
		writeFileSync(join(folder, `a.zip.${ENDED + 1}.part`), 'longest');
		writeFileSync(join(folder, `old.zip.${ENDED}.part`), 'of an earlier version');
		mkdirSync(join(folder, `check.${ENDED}.part/inside`), { recursive: true });
		writeFileSync(join(folder, `a.zip.${process.ppid}.part`), 'of a running process');
		const mine = partialFile(folder, 'a.zip');
		expect(readFileSync(mine, 'utf8')).toBe('longest');
		expect(readdirSync(folder).sort()).toEqual([`a.zip.${process.pid}.part`, `a.zip.${process.ppid}.part`].sort());
	});

	it('is new where there is none', () => {
		expect(partialFile(folder, 'a.zip')).toBe(join(folder, `a.zip.${process.pid}.part`));
		expect(readdirSync(folder)).toEqual([]);
	});
});
