/**
 * The bridge between the page and the Electron host, as both sides of it see it. The page uses it so:
 *
 *     if (window.wirebench) transport = messagePortTransport(await requestPort(window.wirebench));
 *
 * with `messagePortTransport` of common/rpc/message-port.ts. A MessagePort does not pass through contextBridge,
 * so the preload hands it over with window.postMessage; `requestPort` listens for it.
 */

/** What the preload exposes as `window.wirebench`. */
export interface PreloadApi {
	/** Asks for a port to the host. It arrives as a PortMessage with the same `id`, the port beside it. */
	requestPort(id: string): void;
}

declare global {
	interface Window {
		/** Only in the Electron host. */
		readonly wirebench?: PreloadApi;
	}
}

/** IPC channels between the preload and the main process. */
export const CHANNELS = {
	/** Preload to main: a port is wanted, for the id given. */
	requestPort: 'wirebench:request-port',
	/** Main to preload: the port for that id. */
	port: 'wirebench:port',
	/** Main to preload: a person has chosen a menu item that the page carries out. */
	command: 'wirebench:command',
} as const;

/** What a person can ask of the page through the host's menu. */
export const HOST_COMMANDS = ['new-endpoint'] as const;
export type HostCommand = (typeof HOST_COMMANDS)[number];

/** Window messages that the preload posts to the page; their origin is the page's own. */
export interface PortMessage {
	readonly type: typeof CHANNELS.port;
	readonly id: string;
}
export interface CommandMessage {
	readonly type: typeof CHANNELS.command;
	readonly command: HostCommand;
}

/** The longest id of a port request, in characters. */
export const MAX_REQUEST_ID = 64;

/** Says whether a window message comes from the preload of this very page and has the type. */
function isFromPreload(event: MessageEvent, type: string): boolean {
	return event.source === window && event.origin === window.location.origin && event.data?.type === type;
}

/** Page side: asks the host for a port. The one who gets it starts it; the host closes it when it asks anew. */
export function requestPort(api: PreloadApi): Promise<MessagePort> {
	const id = crypto.randomUUID();
	return new Promise((resolve) => {
		const listener = (event: MessageEvent) => {
			const port = event.ports[0];
			if (!isFromPreload(event, CHANNELS.port) || event.data.id !== id || port === undefined) return;
			window.removeEventListener('message', listener);
			resolve(port);
		};
		window.addEventListener('message', listener);
		api.requestPort(id);
	});
}

/** Page side: calls back with each command of the host's menu. Returns the way to stop listening. */
export function onHostCommand(listener: (command: HostCommand) => void): () => void {
	const receive = (event: MessageEvent) => {
		if (!isFromPreload(event, CHANNELS.command)) return;
		const command = HOST_COMMANDS.find((known) => known === event.data.command);
		if (command !== undefined) listener(command);
	};
	window.addEventListener('message', receive);
	return () => window.removeEventListener('message', receive);
}
