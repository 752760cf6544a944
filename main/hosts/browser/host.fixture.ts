import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** curl's result: status, headers in lower case, body. */
export interface CurlAnswer {
	readonly status: number;
	readonly headers: ReadonlyMap<string, string>;
	readonly body: string;
}

/** A request by curl, an independent peer that sends every header unchanged. `args` precede the URL. */
export async function curl(url: string, ...args: string[]): Promise<CurlAnswer> {
	const fixed = ['--silent', '--show-error', '--include', '--max-time', '120', '--noproxy', '*', '--globoff'];
	const { stdout } = await promisify(execFile)('curl', [...fixed, ...args, url], { maxBuffer: 1 << 24 });
	const [head = '', ...body] = stdout.split('\r\n\r\n');
	const [statusLine = '', ...lines] = head.split('\r\n');
	const headers = new Map(
		lines.map((line) => {
			const colon = line.indexOf(':');
			return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
		}),
	);
	return { status: Number(statusLine.split(' ')[1]), headers, body: body.join('\r\n\r\n') };
}

/** Opens the printed address like a browser; returns the address of the page, which ends with its secret folder. */
export async function openSession(url: string): Promise<string> {
	const { status, headers } = await curl(url);
	if (status !== 303) throw new Error(`The address was answered with ${status}.`);
	return new URL(headers.get('location') ?? '', url).href;
}

export function temporaryFolder(): { path: string; remove(): void } {
	const path = mkdtempSync(join(tmpdir(), 'wirebench-test-'));
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A small folder like dist/renderer. */
export async function makeRenderer(folder: string): Promise<void> {
	await mkdir(join(folder, 'assets'), { recursive: true });
	await writeFile(join(folder, 'index.html'), '<!doctype html><title>Wirebench</title>');
	await writeFile(join(folder, 'assets', 'index-abc123.js'), 'export const answer = 42;\n');
	await writeFile(join(folder, 'theme.js'), 'document.title;\n');
}
