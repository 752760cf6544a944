import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/errors.ts';
import type { Access } from './access.ts';

/** Where a page hands a file over: `POST /upload?name=NAME`, the bytes of the file as the body; with `&for=send` to be sent, else to be opened. */
export const UPLOAD_PATH = '/upload';

/** Files that are handed over at a time. */
const MAX_AT_ONCE = 4;

/** Milliseconds in which a page may notice that its file was refused. */
const REST_MS = 2000;

/** Takes a file in and gives the id of the capture that it is opened as, or by which it can be sent. */
export type Receive = (name: string, bytes: Readable, use: 'open' | 'send') => Promise<string>;

/** Whether a request hands over a file. */
export function isUpload({ method, url = '/' }: IncomingMessage): boolean {
	return method === 'POST' && url.split('?', 1)[0] === UPLOAD_PATH;
}

/**
 * Answers such requests with JSON: `{ id }`, or `{ error }` as in the contract. Who may open the WebSocket may hand over:
 * a page of ours with the cookie, or a program with the token.
 */
export function uploadHandler(access: Access, receive: Receive) {
	let running = 0;

	const take = async (request: IncomingMessage): Promise<string> => {
		const refusal = access.foreign(request) ?? access.socket(request);
		if (refusal !== undefined) throw new WirebenchError('not-permitted', refusal);
		if (running >= MAX_AT_ONCE) {
			throw new WirebenchError('unavailable', `${MAX_AT_ONCE} files are being handed over already.`);
		}
		running += 1;
		try {
			const query = new URLSearchParams((request.url ?? '').split('?')[1]);
			return await receive(query.get('name') ?? '', request, query.get('for') === 'send' ? 'send' : 'open');
		} finally {
			running -= 1;
		}
	};

	return async (request: IncomingMessage, response: ServerResponse, headers: Record<string, string>): Promise<void> => {
		const answer = (status: number, body: { readonly id: string } | { readonly error: ErrorInfo }): void => {
			response.writeHead(status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
			response.end(JSON.stringify(body));
			if (request.complete) return;
			// What is left of the body is nobody's. A page that is cut off at once would not see the answer.
			request.resume();
			setTimeout(() => request.destroy(), REST_MS).unref();
		};
		try {
			answer(200, { id: await take(request) });
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			answer(STATUS[error.code] ?? 500, { error: error.toInfo() });
		}
	};
}

const STATUS: Readonly<Partial<Record<ErrorInfo['code'], number>>> = {
	'not-permitted': 403,
	'too-large': 413,
	unavailable: 503,
	closed: 400,
	disk: 507,
};
