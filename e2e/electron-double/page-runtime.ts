/// <reference lib="esnext.typedarrays" />
/**
 * Runs in the page before the page's own code: the environment of the sandboxed preload. Sent to the browser as text,
 * so it cannot use anything from outside.
 */
export function pageRuntime(
	names: { readonly binding: string; readonly global: string; readonly origin: string },
	preload: (require: (name: string) => unknown, module: { exports: object }, exports: object) => void,
): void {
	// Also called for the initial empty document and for frames, which have no preload.
	if (location.origin !== names.origin || window !== window.top) return;

	const tell = (message: object) => Reflect.get(window, names.binding)(JSON.stringify(message));
	const encode = (data: unknown) => (data instanceof Uint8Array ? { bytes: data.toBase64() } : { json: data });
	const decode = (data: { bytes?: string; json?: unknown }) =>
		data.bytes === undefined ? data.json : Uint8Array.fromBase64(data.bytes);

	const loud = (name: string, members: object) =>
		new Proxy(members, {
			get(target, key) {
				if (key in target) return Reflect.get(target, key);
				throw new Error(`The Electron double has no ${name}.${String(key)}.`);
			},
		});

	// The runtime loses such a message silently (electron#34905).
	const post = MessagePort.prototype.postMessage;
	MessagePort.prototype.postMessage = function (message: unknown, transfer?: unknown) {
		if (Array.isArray(transfer) && transfer.some((item) => item instanceof ArrayBuffer)) {
			throw new TypeError('Electron loses a port message with an ArrayBuffer in its transfer list.');
		}
		Reflect.apply(post, this, transfer === undefined ? [message] : [message, transfer]);
	};

	/** Our ends of the channels; the page holds the other ends. */
	const ports = new Map<number, MessagePort>();
	const openPort = (id: number): MessagePort => {
		const { port1, port2 } = new MessageChannel();
		ports.set(id, port1);
		port1.addEventListener('message', (event) => tell({ type: 'port-message', port: id, data: encode(event.data) }));
		port1.start();
		return port2;
	};

	const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();
	const ipcRenderer = loud('ipcRenderer', {
		on(channel: string, listener: (event: object, ...args: unknown[]) => void) {
			listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
		},
		send(channel: string, ...args: unknown[]) {
			tell({ type: 'ipc', channel, args: args.map((arg) => encode(structuredClone(arg))) });
		},
	});

	/** Values are copied; functions become remote calls; values that cannot be copied are rejected. */
	const cross = (value: unknown): unknown => {
		if (typeof value === 'function') {
			return (...args: unknown[]) => cross(Reflect.apply(value, undefined, args.map(cross)));
		}
		if (value instanceof MessagePort) throw new TypeError('An object could not be cloned.');
		if (value instanceof Promise) return value.then(cross);
		// Passed by reference, files among them.
		if (value instanceof Blob) return value;
		if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return structuredClone(value);
		if (Array.isArray(value)) return value.map(cross);
		return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cross(inner)])));
	};
	const contextBridge = loud('contextBridge', {
		exposeInMainWorld(key: string, api: unknown) {
			if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
			Object.defineProperty(window, key, { value: cross(api), enumerable: true });
		},
	});

	const webUtils = loud('webUtils', {
		/** A Chromium page does not know paths: a test that drops a file provides it in `filesOnDisk`. */
		getPathForFile(file: unknown): string {
			if (!(file instanceof File)) throw new TypeError('getPathForFile takes a File.');
			const paths: unknown = Reflect.get(window, 'filesOnDisk');
			const path: unknown = typeof paths === 'object' && paths !== null ? Reflect.get(paths, file.name) : undefined;
			return typeof path === 'string' ? path : '';
		},
	});

	const deliver = (message: {
		type: string;
		channel: string;
		args: { bytes?: string; json?: unknown }[];
		ports: number[];
		port: number;
		data: { bytes?: string; json?: unknown };
	}) => {
		if (message.type === 'to-page') {
			const event = loud('IpcRendererEvent', { ports: message.ports.map(openPort) });
			for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args.map(decode));
		}
		if (message.type === 'port-message') ports.get(message.port)?.postMessage(decode(message.data));
		if (message.type === 'port-close') {
			const port = ports.get(message.port);
			ports.delete(message.port);
			port?.close();
		}
	};
	Object.defineProperty(window, names.global, { value: deliver });

	tell({ type: 'hello' });
	const module = { exports: {} };
	preload(
		(name) => {
			if (name !== 'electron') throw new Error(`A sandboxed preload cannot require "${name}".`);
			return loud('electron', { contextBridge, ipcRenderer, webUtils });
		},
		module,
		module.exports,
	);
}
