import type { Browser, BrowserContext, Page, ViewportSize } from '@playwright/test';
import { HTTPS } from '../electron-double/messages.ts';
import type { App } from './launch.ts';
import { PAGE_MEDIA } from './page-media.ts';
import { SharedHost } from './shared-host.ts';

/** Records errors in any page of the context. */
export function watch(context: BrowserContext, note: (problem: string) => void): void {
	context.on('console', (message) => {
		if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
	});
	context.on('weberror', (error) => note(`page: ${error.error().stack ?? error.error().message}`));
}

interface Windows {
	readonly context: BrowserContext;
	/** An empty page of the windows' origin: while it is open, their process stays alive. */
	readonly keeper: Page;
}

/**
 * One browser context for all pages of the browser host that a worker opens, and one for the windows of the double:
 * pages of one site share a process (`--process-per-site`), where code is already compiled from the second page on.
 * Browser hosts have separate ports, so that no page sees the storage of another.
 */
export class WorkerPages {
	readonly #browser: () => Promise<Browser>;
	#context: Promise<BrowserContext> | undefined;
	#windows: Promise<Windows> | undefined;
	#shared: SharedHost | undefined;
	/** The file whose tests share the open page; undefined when the page has left the app. */
	#sharedBy: string | undefined;
	#problems: string[] | undefined;

	constructor(browser: () => Promise<Browser>) {
		this.#browser = browser;
	}

	/** Destination of console and page errors; undefined between tests. */
	noteIn(problems: string[] | undefined): void {
		this.#problems = problems;
	}

	note(problem: string): void {
		this.#problems?.push(problem);
	}

	context(): Promise<BrowserContext> {
		this.#context ??= this.#open();
		return this.#context;
	}

	/** For the windows of a double, which uses it alone: earlier storage is cleared. */
	async windows(): Promise<BrowserContext> {
		this.#windows ??= this.#openWindows();
		const { context, keeper } = await this.#windows;
		await keeper.evaluate(() => localStorage.clear());
		return context;
	}

	/**
	 * The shared host with its page in the state of a new start. The tests of a file that share the page (`by`) get it as
	 * the one before has left it, but for the size and what the host holds.
	 */
	async shared(viewport: ViewportSize | null, by?: string): Promise<App> {
		this.#shared ??= await SharedHost.start(await this.context());
		if (by !== undefined && by === this.#sharedBy) await this.#shared.resize(viewport);
		else {
			await this.#leave();
			await this.#shared.load(viewport);
		}
		return this.#shared;
	}

	/** Resets the shared host, or ends it where that fails. The page stays open for the next test of the file `by`. */
	async putBack(by?: string): Promise<void> {
		this.noteIn(undefined);
		this.#sharedBy = by;
		if (by === undefined) await this.#shared?.leave();
		if ((await this.#shared?.putBack({ isOpen: by !== undefined })) === false) await this.#end();
	}

	/** Leaves the page that a file's tests have shared. */
	async #leave(): Promise<void> {
		if (this.#sharedBy === undefined) return;
		this.#sharedBy = undefined;
		const problems = this.#problems;
		// The page that it goes to is a refusal.
		this.noteIn(undefined);
		await this.#shared?.leave();
		await this.#shared?.putBack({ isOpen: false });
		this.noteIn(problems);
	}

	async close(): Promise<void> {
		await this.#end();
		await (await this.#context)?.close();
		await (await this.#windows)?.context.close();
	}

	async #end(): Promise<void> {
		const ending = this.#shared;
		this.#shared = undefined;
		this.#sharedBy = undefined;
		await ending?.close();
	}

	async #open(): Promise<BrowserContext> {
		const context = await (await this.#browser()).newContext(PAGE_MEDIA);
		watch(context, (problem) => this.note(problem));
		return context;
	}

	async #openWindows(): Promise<Windows> {
		const context = await this.#open();
		const keeper = await context.newPage();
		await keeper.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
		await keeper.goto(HTTPS.page('app://wirebench/'));
		return { context, keeper };
	}
}
