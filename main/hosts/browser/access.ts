import type { IncomingMessage } from 'node:http';
import { expectedHosts } from './addresses.ts';
import { cookieName, cookieValues } from './cookie.ts';
import { sameToken } from './token.ts';

/** Why a request is refused, as a sentence for people, or undefined when it may pass. */
export type Refusal = string | undefined;

export interface Access {
	/** For every request: the Host header has to name us, and an Origin, if there is one, has to be ours. */
	foreign(request: IncomingMessage): Refusal;
	/** For pages and files: the cookie, or the token as `Authorization: Bearer`. */
	page(request: IncomingMessage): Refusal;
	/** For the WebSocket: a page of ours with the cookie; a program, which sends no Origin, with the bearer token. */
	socket(request: IncomingMessage): Refusal;
	token(given: string): boolean;
}

const OPEN_THE_ADDRESS = 'Open the address that Wirebench printed when it started, the one with the token.';

/** Who may talk to the browser host that listens on `host` and `port`, and knows `token`. */
export function accessControl(host: string, port: number, token: string): Access {
	const hosts = expectedHosts(host, port);
	const cookie = cookieName(port);

	const hasCookie = (request: IncomingMessage): boolean =>
		cookieValues(request.headers.cookie, cookie).some((value) => sameToken(value, token));
	const hasBearer = ({ headers }: IncomingMessage): boolean => {
		const given = /^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1];
		return given !== undefined && sameToken(given, token);
	};
	const foreign = ({ headers }: IncomingMessage): Refusal => {
		const name = headers.host?.toLowerCase();
		if (name === undefined || !hosts.has(name)) {
			return `This Wirebench is reached as 127.0.0.1:${port} or localhost:${port} only. Through a tunnel, use the same port on both ends.`;
		}
		if (headers.origin !== undefined && headers.origin !== `http://${name}`) {
			return 'Another site must not use this Wirebench.';
		}
		return undefined;
	};

	return {
		foreign,
		page: (request) => (hasCookie(request) || hasBearer(request) ? undefined : OPEN_THE_ADDRESS),
		socket: (request) => {
			if (hasBearer(request)) return undefined;
			if (request.headers.origin === undefined) {
				return 'A program that is not a page shows the token as "Authorization: Bearer TOKEN".';
			}
			return hasCookie(request) ? undefined : OPEN_THE_ADDRESS;
		},
		token: (given) => sameToken(given, token),
	};
}
