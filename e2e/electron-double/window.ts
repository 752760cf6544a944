import { existsSync } from 'node:fs';
import { app } from './app.ts';
import { incoming, tellDriver } from './link.ts';
import { LoudEmitter, loud, preventable } from './loud.ts';
import type { PersonDoes, Size, ToDouble } from './messages.ts';
import { givePort } from './ports.ts';
import { defaultSession, requireHandler } from './session.ts';
import { WORK_AREA } from './system.ts';

type Bounds = Size & { readonly x: number; readonly y: number };
type OpenHandler = (details: { readonly url: string }) => { readonly action: string };

interface WindowOptions extends Partial<Bounds> {
	readonly show?: boolean;
	readonly backgroundColor?: string;
	readonly webPreferences?: Readonly<Record<string, unknown>> & { readonly preload?: string };
}

/** Windows that are open, by number. */
export const windows = new Map<number, BrowserWindow>();
let lastWindow = 0;

export class WebContents extends LoudEmitter {
	readonly window: number;
	readonly session = defaultSession;
	readonly mainFrame = loud('WebFrameMain', { origin: 'null', parent: null, url: '' });
	openHandler: OpenHandler | undefined;

	constructor(window: number) {
		super('WebContents', ['will-attach-webview', 'will-frame-navigate', 'will-redirect']);
		this.window = window;
	}

	setWindowOpenHandler(handler: OpenHandler): void {
		this.openHandler = handler;
	}
	send(channel: string, ...args: readonly unknown[]): void {
		tellDriver({ type: 'to-page', window: this.window, channel, args: structuredClone(args), ports: [] });
	}
	postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
		const ports = transfer.map(givePort);
		tellDriver({ type: 'to-page', window: this.window, channel, args: [structuredClone(message)], ports });
	}
}

export class BrowserWindow extends LoudEmitter {
	readonly id: number = ++lastWindow;
	readonly webContents: WebContents;
	readonly webPreferences: Readonly<Record<string, unknown>>;
	bounds: Bounds;
	maximized = false;
	minimized = false;
	visible: boolean;
	destroyed = false;
	backgroundColor: string;
	loading: PromiseWithResolvers<void> | undefined;

	constructor(options: WindowOptions) {
		super('BrowserWindow', ['close', 'closed', 'ready-to-show']);
		app.requireReady('BrowserWindow');
		const { x = 0, y = 0, width = 800, height = 600, webPreferences = {}, backgroundColor = '#fff' } = options;
		const preload = webPreferences.preload ?? '';
		if (!preload.endsWith('.cjs')) throw new Error(`A sandboxed preload is CommonJS, and ${preload} is not.`);
		if (!existsSync(preload)) throw new Error(`There is no preload ${preload}.`);
		this.bounds = { x, y, width, height };
		this.visible = options.show ?? true;
		this.backgroundColor = backgroundColor;
		this.webPreferences = webPreferences;
		this.webContents = loud('WebContents', new WebContents(this.id));
		const self = loud('BrowserWindow', this);
		windows.set(this.id, self);
		app.openWindows.add(self);
		app.emit('web-contents-created', preventable({}), this.webContents);
		tellDriver({ type: 'open-window', window: this.id, size: { width, height }, preload });
		// biome-ignore lint/correctness/noConstructorReturn: the bundle's window object refuses unknown members
		return self;
	}

	loadURL(url: string): Promise<void> {
		requireHandler(url);
		this.loading = Promise.withResolvers();
		tellDriver({ type: 'load', window: this.id, url });
		return this.loading.promise;
	}
	loaded(error: string | undefined): void {
		if (error === undefined) this.loading?.resolve();
		else this.loading?.reject(new Error(error));
		if (error === undefined) this.emit('ready-to-show');
	}

	show(): void {
		this.visible = true;
	}
	focus(): void {
		this.minimized = false;
	}
	restore(): void {
		this.minimized = false;
	}
	isMinimized(): boolean {
		return this.minimized;
	}
	isMaximized(): boolean {
		return this.maximized;
	}
	isDestroyed(): boolean {
		return this.destroyed;
	}
	setBackgroundColor(color: string): void {
		if (this.destroyed) throw new TypeError('Object has been destroyed');
		this.backgroundColor = color;
	}
	getNormalBounds(): Bounds {
		return this.bounds;
	}
	maximize(): void {
		this.maximized = true;
		this.visible = true;
		tellDriver({ type: 'size', window: this.id, size: WORK_AREA });
	}
	/** A person has moved or resized it. */
	place(bounds: Bounds): void {
		this.bounds = bounds;
		this.maximized = false;
		tellDriver({ type: 'size', window: this.id, size: bounds });
	}
	close(): void {
		const event = preventable({});
		this.emit('close', event);
		if (!event.defaultPrevented) this.destroy();
	}
	destroy(): void {
		if (this.destroyed) return;
		this.destroyed = true;
		tellDriver({ type: 'close-window', window: this.id });
		const self = windows.get(this.id);
		windows.delete(this.id);
		if (self !== undefined) app.openWindows.delete(self);
		this.loading?.reject(new Error('ERR_FAILED (-2): the window was closed'));
		this.emit('closed');
		app.windowClosed();
	}
}

export function windowNumbered(id: number): BrowserWindow {
	const window = windows.get(id);
	if (window === undefined) throw new Error(`There is no window ${id}.`);
	return window;
}

incoming.on('loaded', ({ window, error }: Extract<ToDouble, { type: 'loaded' }>) => windows.get(window)?.loaded(error));
incoming.on('person', ({ does }: { does: PersonDoes }) => {
	if (does.what === 'close-window') windowNumbered(does.window).close();
	if (does.what === 'place-window') windowNumbered(does.window).place(does.bounds);
	if (does.what === 'maximize') windowNumbered(does.window).maximize();
	if (does.what === 'start-again') app.emit('second-instance', preventable({}), [], process.cwd(), null);
});
