import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebSocket } from 'ws';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { webSocketTransport } from '../../../common/rpc/websocket-like.ts';
import type { Language } from '../../../common/words/locale/language.ts';
import type { App } from '../../app/index.ts';
import { accessControl } from './access.ts';
import { openAddress } from './addresses.ts';
import { watchConnections } from './connections.ts';
import { heartbeat } from './heartbeat.ts';
import { httpHandler } from './http.ts';
import { newKeys } from './keys.ts';
import { loadPageFiles } from './page-files.ts';
import { fromThisUser } from './peer-user.ts';
import { upgradeHandler } from './upgrade.ts';

export interface BrowserHostOptions {
	/** Without `receive` no file can be uploaded, without `takeDownload` none downloaded. */
	readonly app: Pick<App, 'attach'> & Partial<Pick<App, 'receive' | 'takeDownload'>>;
	/** Address or name to listen on. Default 127.0.0.1: this machine only. */
	readonly host?: string;
	/** Default 0: the system chooses. */
	readonly port?: number;
	/** The built renderer, dist/renderer. */
	readonly rendererFolder: string;
	/** The language of the page until a person chooses one. Default: that of the browser. */
	readonly language?: Language | undefined;
	/** Milliseconds between pings, default 30,000; a peer that is silent between two is disconnected. */
	readonly pingMs?: number;
	/** Time limit for the complete head of a request in milliseconds, default 10,000. */
	readonly headMs?: number;
	/** Milliseconds without data after which an upload is aborted, default 60,000. */
	readonly silenceMs?: number;
}

export interface BrowserHost {
	/** The address to open, with the start token: valid for the life of the process, also for a second window. Show it once. */
	readonly url: string;
	/** An address that opens one page within a minute, for places where others can read it, such as a program's arguments. */
	oneTimeUrl(): string;
	readonly port: number;
	/** Ends every page's connection and stops listening. The app continues. */
	close(): Promise<void>;
}

/** Time limit of the pages for the closing handshake. */
const CLOSE_MS = 1000;
/** RFC 6455 section 7.4.1: an endpoint that goes away. */
const GOING_AWAY = 1001;

/**
 * Serves the renderer and its WebSocket. Rejects with a WirebenchError: `unavailable` when the renderer is not
 * built, `address-in-use`, `not-permitted` or `address-not-available` when it cannot listen.
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
	const {
		app,
		host = '127.0.0.1',
		port: wanted = 0,
		rendererFolder,
		language,
		pingMs = 30_000,
		headMs = 10_000,
		silenceMs = 60_000,
	} = options;
	const files = loadPageFiles(rendererFolder, language);
	const keys = newKeys();
	// Upgrades to other protocols than WebSocket, such as HTTP/2, are optional: the request is answered without them.
	const server = createServer({
		// A large upload may take longer than Node's five minutes. Without its own value `headersTimeout` would be the
		// smaller of the two, and so unlimited.
		requestTimeout: 0,
		headersTimeout: headMs,
		connectionsCheckingInterval: headMs / 2,
		shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
	});
	const connections = watchConnections(server);
	const port = await listen(server, host, wanted);
	// A connection that cannot be accepted for lack of file descriptors must not end the process.
	server.on('error', () => undefined);
	const access = accessControl(host, port, keys, ({ socket }) => fromThisUser(socket));
	const sockets = new Set<WebSocket>();
	const pulse = heartbeat(pingMs);

	server.on(
		'request',
		httpHandler({
			access,
			files,
			connections,
			receive: app.receive,
			silenceMs,
			takeDownload: (ticket) => app.takeDownload?.(ticket),
		}),
	);
	server.on(
		'upgrade',
		upgradeHandler(access, connections, (socket, request) => {
			sockets.add(socket);
			socket.once('close', () => sockets.delete(socket));
			pulse.watch(socket, request.socket);
			app.attach(webSocketTransport(socket));
		}),
	);

	const close = async (): Promise<void> => {
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		for (const socket of sockets) socket.close(GOING_AWAY, 'Wirebench has ended.');
		server.closeIdleConnections();
		const impatience = setTimeout(() => {
			for (const socket of sockets) socket.terminate();
			server.closeAllConnections();
		}, CLOSE_MS);
		await closed;
		clearTimeout(impatience);
		pulse.stop();
	};
	let closing: Promise<void> | undefined;
	const opening = (token: string) => `${openAddress(host, port)}/?token=${token}`;
	return {
		url: opening(keys.token),
		oneTimeUrl: () => opening(keys.issueOnce()),
		port,
		close: () => {
			closing ??= close();
			return closing;
		},
	};
}

/** Resolves with the port. Requests that arrive before their handler is set wait for the end of this turn. */
function listen(server: Server, host: string, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
		server.listen({ host, port }, () => {
			const address: AddressInfo | string | null = server.address();
			if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
			else resolve(address.port);
		});
	});
}

function listenError(error: NodeJS.ErrnoException, address: string, port: number): WirebenchError {
	const details = { address, port, ...(error.code !== undefined && { errno: error.code }) };
	switch (error.code) {
		case 'EADDRINUSE':
			return new WirebenchError('address-in-use', `Port ${port} of ${address} is in use already.`, {
				...details,
				hint: 'Choose another port, or 0 for any that is free.',
			});
		case 'EACCES':
			return new WirebenchError(
				'not-permitted',
				`Port ${port} of ${address} is not for everyone to listen on.`,
				details,
			);
		case 'EADDRNOTAVAIL':
			return new WirebenchError('address-not-available', `${address} is not an address of this machine.`, details);
		case 'ENOTFOUND':
			return new WirebenchError('name-not-found', `There is no host named ${address}.`, details);
		default:
			return new WirebenchError('internal', `Cannot listen on ${address}, port ${port}: ${error.message}`, details);
	}
}
