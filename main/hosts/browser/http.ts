import type { IncomingMessage, ServerResponse } from 'node:http';
import { CONTENT_SECURITY_POLICY } from '../../app/csp.ts';
import type { Download } from '../../app/exports/exports.ts';
import type { Access, Route } from './access.ts';
import type { Connections } from './connections.ts';
import { DOWNLOAD_PATH, serveDownload } from './download.ts';
import { letGo } from './letting-go.ts';
import { deleteOldCookies } from './old-cookies.ts';
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
	readonly connections: Connections;
	readonly files: ReadonlyMap<string, PageFile>;
	/** Receives an upload; absent where uploads are not supported. */
	readonly receive: Receive | undefined;
	/** Milliseconds without data after which an upload is aborted. */
	readonly silenceMs: number;
	/** The download of a ticket, once. */
	readonly takeDownload: (ticket: string) => Download | undefined;
}

/** Answers every HTTP request: a token redirects to the folder of pages, files are served to authorised requests. */
export function httpHandler(options: HttpOptions) {
	const { access, connections, receive, silenceMs, takeDownload } = options;
	const upload = receive && uploadHandler(access, receive, silenceMs);
	return (request: IncomingMessage, response: ServerResponse): void => {
		const route = access.route(request);
		if (route.holder !== undefined) connections.admit(request.socket);
		if (upload && isUpload(route, request)) {
			// It rejects only for our own faults, which end the process.
			void upload(route, request, response, HEADERS);
			return;
		}
		const download = downloadFor(route, request, access, takeDownload);
		if (download !== undefined) {
			connections.admit(request.socket);
			void serveDownload(download, response, HEADERS);
			return;
		}
		const { status, headers, content } = answer(route, request, options);
		// A client without a key need not stay connected.
		if (route.holder === undefined) response.setHeader('Connection', 'close');
		const old = deleteOldCookies(request.headers.cookie);
		if (old.length > 0) response.setHeader('Set-Cookie', old);
		response.writeHead(status, { ...HEADERS, 'Content-Length': Buffer.byteLength(content), ...headers });
		response.end(request.method === 'HEAD' ? undefined : content);
		// No other request has a body.
		letGo(request);
	};
}

/**
 * The export for a request's ticket. The ticket is the key, and valid once: browsers record the source address in a
 * downloaded file, so that an address in the folder of pages would be passed on with the file. A HEAD request does not
 * use it up.
 */
function downloadFor(
	{ path }: Route,
	request: IncomingMessage,
	access: Access,
	take: HttpOptions['takeDownload'],
): Download | undefined {
	if (request.method !== 'GET' || !path.startsWith(DOWNLOAD_PATH) || access.foreign(request)) return undefined;
	return take(path.slice(DOWNLOAD_PATH.length));
}

function answer(route: Route, request: IncomingMessage, { access, files }: HttpOptions): Answer {
	const foreign = access.foreign(request);
	if (foreign !== undefined) return refuse(403, 'Not allowed', foreign);
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return refuse(405, 'Not possible', 'This address is only read from.', { Allow: 'GET, HEAD' });
	}
	const { path, query } = route;
	const given = path === '/' ? query.get('token') : null;
	if (given !== null) return exchange(given, request, access);
	const refusal = access.page(route);
	if (refusal !== undefined) return refuse(403, 'Not allowed', refusal);
	// Relative addresses in the page need the folder's slash.
	if (path === '') return redirect(`${request.url?.split('?', 1)[0]}/`);
	const file = files.get(path);
	if (file === undefined) return refuse(404, 'Not found', 'There is nothing at this address.');
	return { status: 200, headers: { 'Content-Type': file.type }, content: file.content };
}

function exchange(given: string, request: IncomingMessage, access: Access): Answer {
	const folder = request.method === 'GET' ? access.exchange(given, request) : undefined;
	return folder === undefined ? refuse(403, 'Not allowed', DEAD_TOKEN) : redirect(folder);
}

/** See Other (RFC 9110 section 15.4.4): the browser's history has the new address instead of the old one. */
function redirect(address: string): Answer {
	return { status: 303, headers: { Location: address }, content: '' };
}

const DEAD_TOKEN =
	'The token in this address does not open the Wirebench that runs now: it is of an earlier run, or it was good for one ' +
	'use within a minute. Open the address that Wirebench printed when it started.';

function refuse(status: number, title: string, sentence: string, headers: Record<string, string> = {}): Answer {
	const type = { 'Content-Type': 'text/html; charset=utf-8' };
	return { status, headers: { ...type, ...headers }, content: refusalPage(title, sentence) };
}
