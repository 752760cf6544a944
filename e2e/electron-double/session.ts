import { app } from './app.ts';
import { answerQuestion } from './link.ts';
import { loud } from './loud.ts';
import type { Facts } from './messages.ts';

type Scheme = Facts['schemes'][number];
type Handler = (request: Request) => Response | Promise<Response>;

export const schemes: Scheme[] = [];
const handlers = new Map<string, Handler>();

export const protocol = loud('protocol', {
	registerSchemesAsPrivileged(list: readonly Scheme[]): void {
		app.requireNotReady('protocol.registerSchemesAsPrivileged');
		schemes.push(...list);
	},
	handle(scheme: string, handler: Handler): void {
		app.requireReady('protocol.handle');
		handlers.set(scheme, handler);
	},
});

/** Our pages need a scheme that is privileged (or it has no origin) and handled. */
export function requireHandler(url: string): Handler {
	const scheme = url.slice(0, url.indexOf(':'));
	if (schemes.find((entry) => entry.scheme === scheme)?.privileges?.standard !== true) {
		throw new Error(`The scheme "${scheme}" is not registered as a standard one.`);
	}
	const handler = handlers.get(scheme);
	if (handler === undefined) throw new Error(`ERR_UNKNOWN_URL_SCHEME: nothing handles ${url}.`);
	return handler;
}

answerQuestion('fetch', async ({ url, method }) => {
	// A Node Request keeps app:// addresses unchanged, like Electron's.
	const response = await requireHandler(url)(new Request(url, { method }));
	return {
		status: response.status,
		headers: Object.fromEntries(response.headers),
		body: new Uint8Array(await response.arrayBuffer()),
	};
});

type CheckHandler = (contents: null, permission: string, origin: string, details: object) => boolean;
type RequestHandler = (
	contents: null,
	permission: string,
	callback: (granted: boolean) => void,
	details: { readonly requestingUrl: string; readonly isMainFrame: boolean },
) => void;

let check: CheckHandler | undefined;
let ask: RequestHandler | undefined;

export const defaultSession = loud('Session', {
	setPermissionCheckHandler(handler: CheckHandler): void {
		check = handler;
	},
	setPermissionRequestHandler(handler: RequestHandler): void {
		ask = handler;
	},
	setDevicePermissionHandler(handler: (details: object) => boolean): void {
		if (handler({}) !== false) throw new Error('The Electron double has no devices to grant.');
	},
});

answerQuestion('permission', ({ permission, origin }) => {
	// Without a handler Electron grants the permission.
	const checked = check?.(null, permission, `${origin}/`, { isMainFrame: true }) ?? true;
	let granted = ask === undefined;
	ask?.(
		null,
		permission,
		(answer) => {
			granted = answer;
		},
		{ requestingUrl: `${origin}/`, isMainFrame: true },
	);
	return checked || granted;
});
