import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserContext, Page, Route } from '@playwright/test';
import type { Transport } from '../../common/rpc/transport.ts';
import { CIRCUMSTANCES } from './circumstances.ts';
import {
	type Circumstances,
	type Facts,
	HTTPS,
	type PageNews,
	type PersonDoes,
	type Questions,
	type Size,
	type StandIn,
	type ToDouble,
	type ToDriver,
} from './messages.ts';
import { PageLink } from './page-link.ts';
import { TestPorts } from './test-ports.ts';

export interface DoubleOptions {
	/** The context of its windows' pages; their console and page errors are the app's. One double at a time uses it. */
	readonly context: BrowserContext;
	/** The built main bundle. */
	readonly bundle: string;
	readonly args: readonly string[];
	readonly circumstances?: Circumstances;
	/** The addresses of its pages. Default: HTTPS. */
	readonly standIn?: StandIn;
}

/** The exit of the main bundle's process, and its stderr. */
export interface DoubleEnd {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stderr: string;
}

/** Electron's permissions that the browser has too, by the browser's name. */
const PERMISSIONS = {
	'clipboard-write': 'clipboard-sanitized-write',
	'clipboard-read': 'clipboard-read',
	geolocation: 'geolocation',
	notifications: 'notifications',
	camera: 'media',
	microphone: 'media',
} as const;

/** Chromium's numbers of the network errors that a page may meet here. */
const ERRORS = new Map([
	['ERR_FAILED', -2],
	['ERR_ABORTED', -3],
	['ERR_BLOCKED_BY_CLIENT', -20],
]);

/** The exit code of a process that was ended by SIGSEGV, as Chromium reports it on Linux. */
const CRASHED = 139;

/** The built main bundle in a separate process, with real browser pages as its windows. */
export class ElectronDouble {
	readonly ended: Promise<DoubleEnd>;
	readonly #child: ChildProcess;
	readonly #context: BrowserContext;
	readonly #links = new Map<number, PageLink>();
	readonly #questions = new Map<number, PromiseWithResolvers<unknown>>();
	readonly #firstPage = Promise.withResolvers<Page>();
	/** Of those who wait for a window's page to load. */
	readonly #loads = new Map<number, PromiseWithResolvers<Page>>();
	readonly #circumstances: Circumstances;
	readonly #standIn: StandIn;
	readonly #testPorts = new TestPorts((message) => this.#tell(message));
	/** The first request of a page was seen. */
	#requested = false;
	/** Messages are handled one after the other, in order. */
	#queue: Promise<void> = Promise.resolve();
	#lastQuestion = 0;
	#dark = false;
	#stderr = '';
	/** It was asked to end, or has ended. */
	#over = false;

	private constructor(options: DoubleOptions) {
		this.#context = options.context;
		this.#circumstances = options.circumstances ?? {};
		this.#standIn = options.standIn ?? HTTPS;
		this.#child = fork(join(import.meta.dirname, 'run.ts'), [options.bundle, ...options.args], {
			env: { ...process.env, [CIRCUMSTANCES]: JSON.stringify(this.#circumstances) },
			// As the runtime sets it for its main process.
			execArgv: ['--unhandled-rejections=warn-with-error-code'],
			serialization: 'advanced',
			stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		});
		this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			this.#stderr += text;
		});
		this.ended = new Promise((resolve) => {
			this.#child.once('close', (code, signal) => {
				this.#over = true;
				const end = { code, signal, stderr: this.#stderr };
				const error = new Error(`The main bundle ended with code ${code}.\n${end.stderr}`);
				this.#firstPage.reject(error);
				for (const load of this.#loads.values()) load.reject(error);
				for (const question of this.#questions.values()) question.reject(error);
				this.#testPorts.reject(error);
				resolve(end);
			});
		});
		this.#firstPage.promise.catch(() => undefined);
		this.#child.on('message', (message: ToDriver) => {
			// An answer skips the queue: a queued message may be waiting for it.
			if (message.type === 'answer') return this.#answered(message);
			this.#queue = this.#queue.then(() => this.#receive(message)).catch((error: unknown) => this.#fail(error));
		});
	}

	/** Resolves when the first window's page has loaded. */
	static async start(options: DoubleOptions): Promise<{ double: ElectronDouble; page: Page }> {
		const double = new ElectronDouble(options);
		await options.context.route('**/*', double.#onRoute);
		options.context.on('page', double.#onPage);
		try {
			return { double, page: await double.#firstPage.promise };
		} catch (error) {
			await double.quit();
			throw error;
		}
	}

	facts(): Promise<Facts> {
		return this.#ask('facts', null);
	}

	/** What the protocol handler of the main bundle answers. */
	fetch(url: string): Promise<Questions['fetch']['answer']> {
		return this.#ask('fetch', { url, method: 'GET' });
	}

	/** Simulates a person's action outside of a page. */
	person(does: PersonDoes): void {
		this.#tell({ type: 'person', does });
	}

	/** Sends an IPC message as a frame of another page would. */
	sendAs(frame: { origin: string; isMainFrame: boolean }, window: number, channel: string, ...args: unknown[]): void {
		this.#tell({ type: 'from-page', window, channel, args, ...frame });
	}

	/**
	 * A transport of the test's own to the main bundle, through its bridge, beside that of the first window's page. The menu's commands
	 * then go to the page also while it reloads: tests of that do without.
	 */
	transport(): Promise<Transport> {
		const [window] = this.#links.keys();
		if (window === undefined) throw new Error('There is no window.');
		return this.#testPorts.request(window);
	}

	/** The page of a window, once it has loaded again. */
	nextLoad(window: number): Promise<Page> {
		const load = Promise.withResolvers<Page>();
		this.#loads.set(window, load);
		return load.promise;
	}

	/** Ends the process of a window's page, as a fault in it would. */
	crashPage(window: number): Promise<void> {
		return this.#link(window).crash();
	}

	/**
	 * Reports the process of a window's page as ended while it runs on. Chromium's headless shell hangs for a minute when
	 * the fourth process of a site crashes.
	 */
	reportGone(window: number, reason: string): void {
		this.#tell({ type: 'page', window, news: { what: 'gone', reason, exitCode: 0 } });
	}

	/** Ends it as the system ends an app; it closes its windows. Then another double can use the context. */
	async quit(): Promise<DoubleEnd> {
		this.#over = true;
		this.#child.kill('SIGTERM');
		const end = await this.ended;
		// Its windows close one after the other.
		await this.#queue;
		this.#context.off('page', this.#onPage);
		for (const { page } of this.#links.values()) await page.close();
		await this.#context.unroute('**/*', this.#onRoute);
		await this.#context.clearPermissions();
		return end;
	}

	readonly #onRoute = (route: Route): Promise<void> => this.#unlessOver(this.#route(route));
	readonly #onPage = (page: Page): Promise<void> => this.#unlessOver(this.#opened(page));

	/** A page may still send requests while its process ends: that is not an error. */
	async #unlessOver(work: Promise<void>): Promise<void> {
		try {
			await work;
		} catch (error) {
			if (!this.#over) this.#fail(error);
		}
	}

	#tell(message: ToDouble): void {
		if (!this.#child.connected) return;
		// The process may end before it receives this: then the message is moot, and its exit is reported elsewhere.
		this.#child.send(message, (error) => {
			if (error !== null && this.#child.connected) this.#fail(error);
		});
	}

	#ask<N extends keyof Questions>(name: N, ask: Questions[N]['ask']): Promise<Questions[N]['answer']> {
		const request = ++this.#lastQuestion;
		const answer = Promise.withResolvers<unknown>();
		this.#questions.set(request, answer);
		this.#tell({ type: 'question', request, name, ask });
		return answer.promise as Promise<Questions[N]['answer']>;
	}

	/** A fault of the double itself must not look like a fault of the app: it ends the process with its message. */
	#fail(error: unknown): void {
		this.#stderr += `Electron double: ${error instanceof Error ? error.stack : String(error)}\n`;
		this.#child.kill('SIGKILL');
	}

	#answered({ request, value, error }: Extract<ToDriver, { type: 'answer' }>): void {
		const question = this.#questions.get(request);
		this.#questions.delete(request);
		if (error === undefined) question?.resolve(value);
		else question?.reject(new Error(error));
	}

	async #receive(message: Exclude<ToDriver, { type: 'answer' }>): Promise<void> {
		if (message.type === 'open-window') {
			await this.#open(message.window, message.preload, message.size);
		} else if (message.type === 'theme') {
			this.#dark = message.dark;
			for (const { page } of this.#links.values())
				await page.emulateMedia({ colorScheme: this.#dark ? 'dark' : 'light' });
		} else if (message.type === 'load') {
			await this.#grant(message.url);
			const link = this.#link(message.window);
			// Not awaited: requests of the loading page use this queue. The page's events report the outcome.
			void link.load(this.#standIn.page(message.url));
		} else if (message.type === 'reload') {
			const link = this.#link(message.window);
			// Playwright's page of a process that is gone stays unusable: the window gets another one.
			void (link.crashed ? await this.#replace(link) : link).load(link.address);
		} else if (message.type === 'size') {
			await this.#link(message.window).page.setViewportSize(message.size);
		} else if (message.type === 'close-window') {
			const link = this.#link(message.window);
			this.#links.delete(message.window);
			await link.page.close();
		} else if (this.#testPorts.took(message)) {
			return;
		} else if (message.type === 'to-page') {
			for (const port of message.ports) this.#ports.set(port, message.window);
			this.#link(message.window).deliver(message);
		} else {
			const window = this.#ports.get(message.port);
			if (window !== undefined) this.#links.get(window)?.deliver(message);
			if (message.type === 'port-close') this.#ports.delete(message.port);
		}
	}

	/** Opens the page of a window. */
	async #open(window: number, preload: string, size: Size): Promise<PageLink> {
		const page = await this.#context.newPage();
		await page.setViewportSize(size);
		await page.emulateMedia({ colorScheme: this.#dark ? 'dark' : 'light' });
		const link = await PageLink.open({
			page,
			window,
			preload,
			standIn: this.#standIn,
			tell: (reply) => this.#tell(reply),
		});
		this.#links.set(window, link);
		const report = (news: PageNews) => this.#tell({ type: 'page', window, news });
		page.on('load', () => {
			if (this.#standIn.app(page.url()) === page.url()) return;
			report({ what: 'finished' });
			this.#firstPage.resolve(page);
			this.#loads.get(window)?.resolve(page);
		});
		page.on('requestfailed', (request) => {
			if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return;
			const description = request.failure()?.errorText.replace(/^net::/, '') ?? '';
			const code = ERRORS.get(description);
			if (code === undefined) throw new Error(`The double does not know the number of ${description}.`);
			report({ what: 'failed', code, description });
		});
		page.on('crash', () => {
			link.crashed = true;
			link.closePorts();
			report({ what: 'gone', reason: 'crashed', exitCode: CRASHED });
		});
		return link;
	}

	async #replace(link: PageLink): Promise<PageLink> {
		const size = link.page.viewportSize() ?? { width: 800, height: 600 };
		const fresh = await this.#open(link.window, link.preload, size);
		await link.page.close();
		return fresh;
	}

	/** The window whose page holds the port. */
	readonly #ports = new Map<number, number>();

	#link(window: number): PageLink {
		const link = this.#links.get(window);
		if (link === undefined) throw new Error(`There is no window ${window}.`);
		return link;
	}

	/** Chromium refuses every permission that is not granted here. */
	async #grant(url: string): Promise<void> {
		const origin = url.slice(0, url.indexOf('/', 'app://'.length));
		const granted: string[] = [];
		if (!this.#standIn.hasPermissions) return;
		for (const [name, permission] of Object.entries(PERMISSIONS)) {
			if (await this.#ask('permission', { permission, origin })) granted.push(name);
		}
		await this.#context.grantPermissions(granted, { origin: this.#standIn.page(origin) });
	}

	async #route(route: Route): Promise<void> {
		const request = route.request();
		const url = this.#standIn.app(request.url());
		const link = [...this.#links.values()].find(({ page }) => page === pageOf(route));
		if (link === undefined) return route.abort('blockedbyclient');
		const isMainFrame = request.isNavigationRequest() && request.frame() === link.page.mainFrame();
		if (isMainFrame) this.#tell({ type: 'page', window: link.window, news: { what: 'started' } });
		if (isMainFrame && !this.#requested) {
			this.#requested = true;
			if (this.#circumstances.firstRequest === 'fails') return route.abort('failed');
			if (this.#circumstances.firstRequest === 'is-reloaded') {
				// This request is cancelled by it, and never answered.
				await link.loadAgain();
				return;
			}
		}
		if (request.isNavigationRequest() && !link.expects(request.url())) {
			const allowed = await this.#ask('navigate', { window: link.window, url, isMainFrame });
			if (!allowed) return route.abort('aborted');
		}
		// Tests do not use a network.
		if (!url.startsWith('app://')) return route.abort('blockedbyclient');
		const { status, headers, body } = await this.#ask('fetch', { url, method: request.method() });
		await route.fulfill({ status, headers, body: Buffer.from(body) });
	}

	/** A page that the driver did not open was opened by a page. */
	async #opened(page: Page): Promise<void> {
		const opener = await page.opener();
		const link = [...this.#links.values()].find((candidate) => candidate.page === opener);
		if (link === undefined) return;
		const action = await this.#ask('open', { window: link.window, url: page.url() });
		if (action !== 'deny')
			this.#fail(new Error(`The double opens no windows for pages; the handler said "${action}".`));
		await page.close();
	}
}

/** The page of a request; a window that is being opened has none yet. */
function pageOf(route: Route): Page | undefined {
	try {
		return route.request().frame().page();
	} catch {
		return undefined;
	}
}
