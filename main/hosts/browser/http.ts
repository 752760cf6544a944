import type { IncomingMessage, ServerResponse } from 'node:http';
import { CONTENT_SECURITY_POLICY } from '../../app/csp.ts';
import type { Download } from '../../app/exports.ts';
import type { Access } from './access.ts';
import { setCookie } from './cookie.ts';
import { DOWNLOAD_PATH, serveDownload } from './download.ts';
import type { PageFile } from './page-files.ts';
import { refusalPage } from './refusal-page.ts';
import { isUpload, type Receive, uploadHandler } from './upload.ts';

/** On every answer, also on refusals. */
const HEADERS = {
	'Content-Security-Policy': CONTENT_SECURITY_POLICY,
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Referrer-Policy': 'no-referrer',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Cache-Control': 'no-store',
};

interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly content: string | Buffer;
}

export interface HttpOptions {
	readonly access: Access;
	readonly files: ReadonlyMap<string, PageFile>;
	/** Name of the cookie that the token is kept in. */
	readonly cookie: string;
	/** Takes a file that a page hands over; absent where none is taken. */
	readonly receive: Receive | undefined;
	/** What a ticket is good for, once. */
	readonly takeDownload: (ticket: string) => Download | undefined;
}

/** Answers every HTTP request: the token is turned into a cookie, files are served to who has it. */
export function httpHandler(options: HttpOptions) {
	const upload = options.receive && uploadHandler(options.access, options.receive);
	return (request: IncomingMessage, response: ServerResponse): void => {
		if (upload && isUpload(request)) {
			// What it rejects with is a fault of ours, and ends the process as one.
			void upload(request, response, HEADERS);
			return;
		}
		// Nobody else sends us a body; one that comes all the same is read off, so that the connection can go on.
		request.resume();
		const download = downloadFor(request, options);
		if (download !== undefined) {
			void serveDownload(download, response, HEADERS);
			return;
		}
		const { status, headers, content } = answer(request, options);
		response.writeHead(status, { ...HEADERS, 'Content-Length': Buffer.byteLength(content), ...headers });
		response.end(request.method === 'HEAD' ? undefined : content);
	};
}

/** The export that a request has a ticket for, and may fetch. A ticket that is looked at (HEAD) is not used up. */
function downloadFor(request: IncomingMessage, { access, takeDownload }: HttpOptions): Download | undefined {
	const { url = '/', method } = request;
	if (method !== 'GET' || !url.startsWith(DOWNLOAD_PATH)) return undefined;
	if (access.foreign(request) !== undefined || access.page(request) !== undefined) return undefined;
	return takeDownload(url.slice(DOWNLOAD_PATH.length));
}

function answer(request: IncomingMessage, { access, files, cookie }: HttpOptions): Answer {
	const foreign = access.foreign(request);
	if (foreign !== undefined) return refuse(403, 'Not allowed', foreign);
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return refuse(405, 'Not possible', 'This address is only read from.', { Allow: 'GET, HEAD' });
	}
	const [path = '/', query] = (request.url ?? '/').split('?', 2);
	const given = path === '/' ? new URLSearchParams(query).get('token') : null;
	if (given !== null) {
		if (!access.token(given)) {
			return refuse(403, 'Not allowed', 'The token in this address is not the one of the Wirebench that runs now.');
		}
		return { status: 303, headers: { Location: '/', 'Set-Cookie': setCookie(cookie, given) }, content: '' };
	}
	const refusal = access.page(request);
	if (refusal !== undefined) return refuse(403, 'Not allowed', refusal);
	const file = files.get(path);
	if (file === undefined) return refuse(404, 'Not found', 'There is nothing at this address.');
	const caching = file.lasting ? { 'Cache-Control': 'private, max-age=31536000, immutable' } : {};
	return { status: 200, headers: { 'Content-Type': file.type, ...caching }, content: file.content };
}

function refuse(status: number, title: string, sentence: string, headers: Record<string, string> = {}): Answer {
	const type = { 'Content-Type': 'text/html; charset=utf-8' };
	return { status, headers: { ...type, ...headers }, content: refusalPage(title, sentence) };
}
