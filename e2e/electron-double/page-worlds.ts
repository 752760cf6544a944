/// <reference lib="esnext.typedarrays" />
/**
 * What runs in a page before its own code, in two JavaScript worlds as in the runtime: the page's, and an isolated one for the
 * preload. Worlds share the document and no objects. Both functions are sent to the browser as text, so they cannot use
 * anything from outside.
 */

export interface WorldNames {
	/** Of the page. */
	readonly origin: string;
	/** The function in the isolated world that reaches the driver, and the one through which the driver reaches it. */
	readonly binding: string;
	readonly deliver: string;
	/** Events between the worlds, whose details Chromium copies from one to the other. */
	readonly expose: string;
	readonly call: string;
	readonly answer: string;
}

/** The page's own world: what contextBridge puts there. */
export function pageWorld(names: WorldNames): void {
	// Also called for the initial empty document and for frames, which have no preload.
	if (location.origin !== names.origin || window !== window.top) return;

	// The runtime loses such a message silently (electron#34905).
	const post = MessagePort.prototype.postMessage;
	MessagePort.prototype.postMessage = function (message: unknown, transfer?: unknown) {
		if (Array.isArray(transfer) && transfer.some((item) => item instanceof ArrayBuffer)) {
			throw new TypeError('Electron loses a port message with an ArrayBuffer in its transfer list.');
		}
		Reflect.apply(post, this, transfer === undefined ? [message] : [message, transfer]);
	};

	/** Calls a function of the isolated world. Values that cannot be copied are refused, ports among them. */
	const call = (key: string, member: string, args: unknown[]): unknown => {
		let answer: { value?: unknown; error?: string } = { error: `Nothing answers ${key}.${member}.` };
		const receive = (event: Event) => {
			if (event instanceof CustomEvent) answer = event.detail;
		};
		window.addEventListener(names.answer, receive);
		window.dispatchEvent(new CustomEvent(names.call, { detail: { key, member, args: structuredClone(args) } }));
		window.removeEventListener(names.answer, receive);
		if (answer.error !== undefined) throw new Error(answer.error);
		return answer.value;
	};
	window.addEventListener(names.expose, (event) => {
		if (!(event instanceof CustomEvent)) return;
		const { key, members }: { key: string; members: string[] } = event.detail;
		if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
		const api = members.map((member) => [member, (...args: unknown[]) => call(key, member, args)]);
		Object.defineProperty(window, key, { value: Object.freeze(Object.fromEntries(api)), enumerable: true });
	});
}

/** The isolated world: the environment of the sandboxed preload. */
export function preloadWorld(
	names: WorldNames,
	preload: (require: (name: string) => unknown, module: { exports: object }, exports: object) => void,
): void {
	if (location.origin !== names.origin || window !== window.top) return;

	const tell = (message: object) => Reflect.get(globalThis, names.binding)(JSON.stringify(message));
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

	const exposed = new Map<string, Map<string, (...args: unknown[]) => unknown>>();
	const contextBridge = loud('contextBridge', {
		exposeInMainWorld(key: string, api: object) {
			const members = new Map<string, (...args: unknown[]) => unknown>();
			for (const [name, member] of Object.entries(api)) {
				if (typeof member !== 'function') throw new Error('The Electron double exposes functions only.');
				members.set(name, member);
			}
			exposed.set(key, members);
			window.dispatchEvent(new CustomEvent(names.expose, { detail: { key, members: [...members.keys()] } }));
		},
	});
	window.addEventListener(names.call, (event) => {
		if (!(event instanceof CustomEvent)) return;
		const { key, member, args }: { key: string; member: string; args: unknown[] } = event.detail;
		let detail: object;
		try {
			detail = { value: structuredClone(exposed.get(key)?.get(member)?.(...args)) };
		} catch (error) {
			detail = { error: String(error) };
		}
		window.dispatchEvent(new CustomEvent(names.answer, { detail }));
	});

	const webUtils = loud('webUtils', {
		/** A Chromium page does not know paths: a test that drops a file writes it into the document, which both worlds see. */
		getPathForFile(file: unknown): string {
			if (!(file instanceof File)) throw new TypeError('getPathForFile takes a File.');
			const paths: unknown = JSON.parse(document.documentElement.dataset.filesOnDisk ?? '{}');
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
	Object.defineProperty(globalThis, names.deliver, { value: deliver });

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
