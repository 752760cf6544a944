import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Access, Route } from './access.ts';
import { letGo } from './letting-go.ts';

/**
 * Path of uploads, within the folder of pages: `POST upload?name=NAME`, the bytes of the file as the body; with
 * `&for=send` to send it, else to open it.
 */
export const UPLOAD_PATH = '/upload';

/** Maximum number of concurrent uploads. */
const MAX_AT_ONCE = 4;

/** Receives a file and returns the id of the opened capture, or the id for sending it. */
export type Receive = (name: string, bytes: Readable, use: 'open' | 'send') => Promise<string>;

/** Whether a request is an upload. */
export function isUpload({ path }: Route, { method }: IncomingMessage): boolean {
	return method === 'POST' && path === UPLOAD_PATH;
}

/**
 * Answers uploads with JSON: `{ id }`, or `{ error }` as in the contract. The authorisation is that of the WebSocket: a
 * page of ours, or a program with the token. `silenceMs`: time without data after which a file is aborted.
 */
export function uploadHandler(access: Access, receive: Receive, silenceMs: number) {
	let running = 0;

	const take = async (route: Route, request: IncomingMessage): Promise<string> => {
		const refusal = access.foreign(request) ?? access.command(route, request);
		if (refusal !== undefined) throw new WirebenchError('not-permitted', refusal);
		if (running >= MAX_AT_ONCE) {
			throw new WirebenchError('unavailable', `${MAX_AT_ONCE} files are being handed over already.`);
		}
		running += 1;
		try {
			const { query } = route;
			giveUpWhenSilent(request, silenceMs);
			return await receive(query.get('name') ?? '', request, query.get('for') === 'send' ? 'send' : 'open');
		} finally {
			running -= 1;
		}
	};

	return async (
		route: Route,
		request: IncomingMessage,
		response: ServerResponse,
		headers: Record<string, string>,
	): Promise<void> => {
		const answer = (status: number, body: { readonly id: string } | { readonly error: ErrorInfo }): void => {
			response.writeHead(status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
			response.end(JSON.stringify(body));
			letGo(request);
		};
		try {
			answer(200, { id: await take(route, request) });
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			answer(STATUS[error.code] ?? 500, { error: error.toInfo() });
		}
	};
}

/** Only where the peer is silent: data that waits for our disk is in the request's buffer. */
function giveUpWhenSilent(request: IncomingMessage, silenceMs: number): void {
	request.setTimeout(silenceMs, () => {
		if (request.readableLength === 0) request.destroy();
		else giveUpWhenSilent(request, silenceMs);
	});
	request.once('close', () => request.setTimeout(0));
}

const STATUS: Readonly<Partial<Record<ErrorInfo['code'], number>>> = {
	'not-permitted': 403,
	'too-large': 413,
	unavailable: 503,
	closed: 400,
	disk: 507,
};
