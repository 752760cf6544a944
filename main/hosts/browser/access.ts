import type { IncomingMessage } from 'node:http';
import { expectedHosts } from './addresses.ts';
import type { Keys } from './keys.ts';

/** Why a request is refused, as a sentence for people; undefined when it is permitted. */
export type Refusal = string | undefined;

/** The target of a request, and its authorisation. */
export interface Route {
	/** From the root of the served files: without the secret folder, without the query. */
	readonly path: string;
	readonly query: URLSearchParams;
	/** `page`: the path contains the session key. `program`: the request has the start token. Undefined: neither. */
	readonly holder: 'page' | 'program' | undefined;
}

export interface Access {
	/** For every request: the Host header must be one of ours, and so must an Origin, if there is one. */
	foreign(request: IncomingMessage): Refusal;
	route(request: IncomingMessage): Route;
	/** For pages and files. */
	page(route: Route): Refusal;
	/** For changes: a page of ours, which a browser names in Origin, or a program with the token. */
	command(route: Route, request: IncomingMessage): Refusal;
	/** The folder of pages, `/s/KEY/`, for an address with a valid token. */
	exchange(given: string, request: IncomingMessage): string | undefined;
}

const OPEN_THE_ADDRESS = 'Open the address that Wirebench printed when it started, the one with the token.';
const OLD_PAGE = `This page belongs to a Wirebench that has ended. ${OPEN_THE_ADDRESS}`;
const SHOW_THE_TOKEN = 'A program that is not a page shows the token as "Authorization: Bearer TOKEN".';
/** Before the session key. */
const SESSIONS = '/s/';

/**
 * Access control of the browser host that listens on `host` and `port`. It uses no cookies: browsers send cookies to
 * every port of a host name, and so to servers of other people there. `ours` returns whether a request comes from a
 * process of this user, as far as the system reports it; it is called for tokens that others may have seen.
 */
export function accessControl(
	host: string,
	port: number,
	keys: Keys,
	ours: (request: IncomingMessage) => boolean,
): Access {
	const hosts = expectedHosts(host, port);
	const hasBearer = ({ headers }: IncomingMessage): boolean => {
		const given = /^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1];
		return given !== undefined && keys.isToken(given);
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
	const page = ({ path, holder }: Route): Refusal => {
		if (holder !== undefined) return undefined;
		return path.startsWith(SESSIONS) ? OLD_PAGE : OPEN_THE_ADDRESS;
	};

	return {
		foreign,
		route: (request) => {
			const [path = '/', query] = (request.url ?? '/').split('?', 2);
			const [, key, rest] = /^\/s\/([^/]*)(\/.*)?$/.exec(path) ?? [];
			const inSession = key !== undefined && keys.isSession(key);
			const holder = hasBearer(request) ? 'program' : inSession ? 'page' : undefined;
			return { path: inSession ? (rest ?? '') : path, query: new URLSearchParams(query), holder };
		},
		page,
		command: (route, { headers }) => {
			if (route.holder === 'program') return undefined;
			return headers.origin === undefined ? SHOW_THE_TOKEN : page(route);
		},
		exchange: (given, request) =>
			keys.isToken(given) || keys.spendOnce(given, () => ours(request)) ? `${SESSIONS}${keys.session}/` : undefined,
	};
}
