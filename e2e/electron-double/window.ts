import { existsSync } from 'node:fs';
import { app } from './app.ts';
import { circumstances } from './circumstances.ts';
import { incoming, tellDriver } from './link.ts';
import { LoudEmitter, loud, preventable } from './loud.ts';
import type { PageNews, PersonDoes, Size, ToDouble } from './messages.ts';
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
		super('WebContents', [
			'destroyed',
			'did-fail-load',
			'did-finish-load',
			'did-navigate',
			'render-process-gone',
			'will-attach-webview',
			'will-frame-navigate',
			'will-redirect',
		]);
		this.window = window;
	}

	setWindowOpenHandler(handler: OpenHandler): void {
		this.openHandler = handler;
	}
	/** A process that is gone starts again with it. */
	reload(): void {
		tellDriver({ type: 'reload', window: this.window });
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
	/** The promise of `loadURL`, and whether its navigation has started. */
	loading: (PromiseWithResolvers<void> & { started: boolean }) | undefined;
	painted = false;

	constructor(options: WindowOptions) {
		super('BrowserWindow', ['close', 'closed', 'query-session-end', 'ready-to-show', 'session-end']);
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
		const loading = { ...Promise.withResolvers<void>(), started: false };
		// The runtime silences its rejection too: a caller need not handle it.
		loading.promise.catch(() => undefined);
		this.loading = loading;
		tellDriver({ type: 'load', window: this.id, url });
		return loading.promise;
	}
	/** As `_awaitNextLoad` of the runtime's lib/browser/api/web-contents.ts. */
	failLoading(code: number, description: string): void {
		const error = new Error(`${description} (${code}) loading 'app://'`);
		this.loading?.reject(Object.assign(error, { errno: code, code: description }));
		this.loading = undefined;
	}
	received(news: PageNews): void {
		const { webContents, loading } = this;
		if (news.what === 'started') {
			if (loading?.started === true) this.failLoading(-3, 'ERR_ABORTED');
			else if (loading !== undefined) loading.started = true;
		} else if (news.what === 'navigated') {
			webContents.emit('did-navigate', preventable({}));
		} else if (news.what === 'finished') {
			webContents.emit('did-finish-load');
			loading?.resolve();
			this.loading = undefined;
			if (!this.painted && !circumstances.withheld?.includes('ready-to-show')) this.emit('ready-to-show');
			this.painted = true;
		} else if (news.what === 'failed') {
			// The runtime does not report cancelled loads.
			if (news.description === 'ERR_ABORTED') return;
			webContents.emit('did-fail-load', preventable({}), news.code, news.description, 'app://', true);
			this.failLoading(news.code, news.description);
		} else {
			const { reason, exitCode } = news;
			webContents.emit('render-process-gone', preventable({}), { reason, exitCode });
		}
	}

	show(): void {
		this.visible = true;
	}
	hide(): void {
		this.visible = false;
	}
	/** On macOS a minimised window is not visible (shell/browser/native_window_mac.mm). */
	isVisible(): boolean {
		return this.visible && !(process.platform === 'darwin' && this.minimized);
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
		if (event.defaultPrevented) app.closeCancelled();
		else this.destroy();
	}
	destroy(): void {
		if (this.destroyed) return;
		this.destroyed = true;
		tellDriver({ type: 'close-window', window: this.id });
		const self = windows.get(this.id);
		windows.delete(this.id);
		if (self !== undefined) app.openWindows.delete(self);
		this.failLoading(-2, 'ERR_FAILED');
		this.webContents.emit('destroyed');
		this.emit('closed');
		app.windowClosed();
	}
}

export function windowNumbered(id: number): BrowserWindow {
	const window = windows.get(id);
	if (window === undefined) throw new Error(`There is no window ${id}.`);
	return window;
}

incoming.on('page', ({ window, news }: Extract<ToDouble, { type: 'page' }>) => windows.get(window)?.received(news));
incoming.on('person', ({ does }: { does: PersonDoes }) => {
	if (does.what === 'close-window') windowNumbered(does.window).close();
	if (does.what === 'place-window') windowNumbered(does.window).place(does.bounds);
	if (does.what === 'minimize') windowNumbered(does.window).minimized = true;
	if (does.what === 'maximize') windowNumbered(does.window).maximize();
	if (does.what === 'start-again')
		app.emit('second-instance', preventable({}), [], process.cwd(), does.handover ?? null);
	if (does.what === 'open-file') {
		const event = preventable({});
		app.emit('open-file', event, does.path);
		if (!event.defaultPrevented) throw new Error('Nothing has opened the file: macOS would say so.');
	}
});
