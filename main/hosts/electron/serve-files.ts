import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { mimeType } from '../../app/mime.ts';
import { APP_ORIGIN } from './window/origin.ts';

/** The needed part of a Request, so that tests can use addresses that a Request would normalise. */
interface FileRequest {
	readonly url: string;
	readonly method: string;
}

const refuse = (status: number) =>
	new Response(null, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/**
 * The file of an address of ours; undefined where it maps to none: another host, a fault in its escapes, or a path that
 * leaves the folder (also as %2e%2e, with backslashes, or with a NUL).
 */
export function fileForUrl(folder: string, url: string): string | undefined {
	if (!url.startsWith(`${APP_ORIGIN}/`)) return undefined;
	const path = /^[^?#]*/.exec(url.slice(APP_ORIGIN.length))?.[0] ?? '/';
	let decoded: string;
	try {
		decoded = decodeURIComponent(path);
	} catch (error) {
		if (error instanceof URIError) return undefined;
		throw error;
	}
	if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
	const root = resolve(folder);
	const file = resolve(join(root, decoded.endsWith('/') ? `${decoded}index.html` : decoded));
	return file.startsWith(root + sep) ? file : undefined;
}

/** A protocol handler that serves the files of one folder, with the content security policy on each answer. */
export function serveFiles(folder: string, csp: string): (request: FileRequest) => Promise<Response> {
	return async ({ url, method }) => {
		if (method !== 'GET' && method !== 'HEAD') return refuse(405);
		const file = fileForUrl(folder, url);
		if (file === undefined) return refuse(404);
		let content: Uint8Array<ArrayBuffer>;
		try {
			content = new Uint8Array(await readFile(file));
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? error.code : undefined;
			if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return refuse(404);
			throw error;
		}
		return new Response(method === 'HEAD' ? null : content, {
			headers: {
				'content-type': mimeType(file),
				'content-length': String(content.byteLength),
				'content-security-policy': csp,
				'x-content-type-options': 'nosniff',
				// Files change only with the whole app; a cache of old ones would survive an update.
				'cache-control': 'no-store',
			},
		});
	};
}
