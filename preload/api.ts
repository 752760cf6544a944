/**
 * The bridge between the page and the Electron host, as both sides of it see it. Usage:
 *
 *     if (window.wirebench) transport = messagePortTransport(await requestPort(window, window.wirebench));
 *
 * with `messagePortTransport` of common/rpc/message-port.ts. A MessagePort does not pass through contextBridge,
 * so the preload hands it over with window.postMessage; `requestPort` listens for it.
 */

/** What the preload exposes as `window.wirebench`. */
export interface PreloadApi {
	/** Requests a port to the host. It arrives as a PortMessage with the same `id` and the port. */
	requestPort(id: string): void;
	/** The path of a file that a person chose or dropped; empty for one that is not on disk. */
	pathForFile(file: File): string;
}

declare global {
	interface Window {
		/** Only in the Electron host. */
		readonly wirebench?: PreloadApi;
	}
}

/** IPC channels between the preload and the main process. */
export const CHANNELS = {
	/** Preload to main: requests a port, for the given id. */
	requestPort: 'wirebench:request-port',
	/** Main to preload: the port for that id. */
	port: 'wirebench:port',
	/** Main to preload: a menu item that the page carries out. */
	command: 'wirebench:command',
	/** Main to preload: the path of a file to open: a workspace by its name, else a capture. */
	openFile: 'wirebench:open-file',
} as const;

/** Commands of the host's menu for the page. */
export const HOST_COMMANDS = [
	'new-endpoint',
	'open-capture',
	'export',
	'new-workspace',
	'open-workspace',
	'open-untitled-workspace',
	'save-workspace-as',
	'duplicate-workspace',
	'settings',
	'undo',
	'redo',
] as const;
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
export interface OpenFileMessage {
	readonly type: typeof CHANNELS.openFile;
	readonly path: string;
}

/** The longest id of a port request, in characters. */
export const MAX_REQUEST_ID = 64;

/** The part of `window` that the page uses. Declared here because the main process, which has no DOM, imports this file too. */
interface PageWindow<Port> {
	readonly location: { readonly origin: string };
	addEventListener(type: 'message', listener: (event: PageMessage<Port>) => void): void;
	removeEventListener(type: 'message', listener: (event: PageMessage<Port>) => void): void;
}
interface PageMessage<Port> {
	readonly source: unknown;
	readonly origin: string;
	readonly data: unknown;
	readonly ports: readonly Port[];
}

/** The fields of a message of this type posted by this page's own preload; else undefined. */
function fromPreload<Port>(page: PageWindow<Port>, event: PageMessage<Port>, type: string) {
	const { source, origin, data } = event;
	if (source !== page || origin !== page.location.origin) return undefined;
	if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== type) return undefined;
	return {
		id: 'id' in data ? data.id : undefined,
		command: 'command' in data ? data.command : undefined,
		path: 'path' in data ? data.path : undefined,
	};
}

/**
 * Page side: requests a port from the host. It is inactive until it is started (messagePortTransport does that); the
 * host closes it when the page requests another one.
 */
export function requestPort<Port>(page: PageWindow<Port>, api: PreloadApi): Promise<Port> {
	const id = crypto.randomUUID();
	return new Promise((resolve) => {
		const receive = (event: PageMessage<Port>) => {
			const port = event.ports[0];
			if (port === undefined || fromPreload(page, event, CHANNELS.port)?.id !== id) return;
			page.removeEventListener('message', receive);
			resolve(port);
		};
		page.addEventListener('message', receive);
		api.requestPort(id);
	});
}

/** Calls back with the fields of each message of this type from the preload. Returns a function that removes the listener. */
function onMessage<Port>(
	page: PageWindow<Port>,
	type: string,
	listener: (fields: NonNullable<ReturnType<typeof fromPreload>>) => void,
): () => void {
	const receive = (event: PageMessage<Port>) => {
		const fields = fromPreload(page, event, type);
		if (fields !== undefined) listener(fields);
	};
	page.addEventListener('message', receive);
	return () => page.removeEventListener('message', receive);
}

/** Page side: calls back with each command of the host's menu. Returns a function that removes the listener. */
export function onHostCommand<Port>(page: PageWindow<Port>, listener: (command: HostCommand) => void): () => void {
	return onMessage(page, CHANNELS.command, (fields) => {
		const command = HOST_COMMANDS.find((known) => known === fields.command);
		if (command !== undefined) listener(command);
	});
}

/** Page side: calls back with the path of each file that the host wants opened. Returns as above. */
export function onOpenFile<Port>(page: PageWindow<Port>, listener: (path: string) => void): () => void {
	return onMessage(page, CHANNELS.openFile, ({ path }) => {
		if (typeof path === 'string') listener(path);
	});
}
