import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from '@playwright/test';
import { fromArchive } from './asar.ts';
import type { StandIn, ToDouble, ToDriver } from './messages.ts';
import { pageWorld, preloadWorld, type WorldNames } from './page-worlds.ts';

const NAMES: Omit<WorldNames, 'origin'> = {
	binding: 'electronDoubleTell',
	deliver: 'electronDoubleDeliver',
	expose: 'electron-double-expose',
	call: 'electron-double-call',
	answer: 'electron-double-answer',
};
/** The JavaScript world of the preload, by the name that the runtime gives it too. */
const WORLD = 'Electron Isolated Context';
/** Chromium's errors for a message to a document that the page has left, or whose process has ended. */
const GONE = /Inspected target navigated or closed|Target crashed|Target closed|Cannot find context with specified id/;

/** Bytes in the text form of a message. */
interface Encoded {
	readonly bytes?: string;
	readonly json?: unknown;
}
const encode = (data: unknown): Encoded =>
	data instanceof Uint8Array ? { bytes: Buffer.from(data).toString('base64') } : { json: data };
const decode = (data: Encoded): unknown =>
	data.bytes === undefined ? data.json : new Uint8Array(Buffer.from(data.bytes, 'base64'));

type FromPage =
	| { readonly type: 'hello' }
	| { readonly type: 'ipc'; readonly channel: string; readonly args: readonly Encoded[] }
	| { readonly type: 'port-message'; readonly port: number; readonly data: Encoded };

export interface PageOptions {
	readonly page: Page;
	/** The number of its window. */
	readonly window: number;
	/** The file of its preload. */
	readonly preload: string;
	readonly standIn: StandIn;
	/** Reaches the double. */
	readonly tell: (message: ToDouble) => void;
}

/** The wire between one page and the double, directly over the DevTools protocol, which keeps messages in order. */
export class PageLink {
	readonly page: Page;
	readonly window: number;
	/** The file of its preload. */
	readonly preload: string;
	/** Its process is gone. */
	crashed = false;
	/** The address that it was given last. */
	address = '';
	readonly #session: CDPSession;
	readonly #tell: (message: ToDouble) => void;
	readonly #standIn: StandIn;
	/** Ports of the current document. */
	readonly #ports = new Set<number>();
	#expected: string | undefined;
	/** Chromium's number of the document's isolated world, once its preload runs. */
	#world: number | undefined;

	private constructor({ page, window, preload, standIn, tell }: PageOptions, session: CDPSession) {
		this.page = page;
		this.window = window;
		this.preload = preload;
		this.#standIn = standIn;
		this.#session = session;
		this.#tell = tell;
	}

	static async open(options: PageOptions): Promise<PageLink> {
		const { page, preload, standIn } = options;
		const session = await page.context().newCDPSession(page);
		const link = new PageLink(options, session);
		session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
			if (name === NAMES.binding) link.#receive(JSON.parse(payload), executionContextId);
		});
		await session.send('Runtime.enable');
		// Bindings and scripts of a named world do not exist in the page's own.
		await session.send('Runtime.addBinding', { name: NAMES.binding, executionContextName: WORLD });
		await session.send('Page.enable');
		const names = JSON.stringify({ ...NAMES, origin: standIn.origin } satisfies WorldNames);
		await session.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${pageWorld.toString()})(${names});` });
		const source = fromArchive(preload)?.toString() ?? (await readFile(preload, 'utf8'));
		await session.send('Page.addScriptToEvaluateOnNewDocument', {
			worldName: WORLD,
			source: `(${preloadWorld.toString()})(${names}, function (require, module, exports) {\n${source}\n});`,
		});
		return link;
	}

	/** Loads an address without a permission check. The page's events report the outcome. */
	async load(url: string): Promise<void> {
		this.#expected = url;
		this.address = url;
		await this.#unlessGone(this.#session.send('Page.navigate', { url }));
	}

	/** Replaces the running load, as a reload meanwhile does: Chromium cancels its request. */
	async loadAgain(): Promise<void> {
		await this.#unlessGone(this.#session.send('Page.stopLoading'));
		await this.load(this.address);
	}

	/** Ends the process of the page. Nothing answers the command then. */
	async crash(): Promise<void> {
		await this.#unlessGone(this.#session.send('Page.crash'));
	}

	/** Whether `load` has started this navigation. True once. */
	expects(url: string): boolean {
		const expected = this.#expected === url;
		if (expected) this.#expected = undefined;
		return expected;
	}

	deliver(message: Extract<ToDriver, { type: 'to-page' | 'port-message' | 'port-close' }>): void {
		if (message.type === 'to-page') for (const port of message.ports) this.#ports.add(port);
		else if (!this.#ports.has(message.port)) return;
		const encoded =
			message.type === 'to-page'
				? { ...message, args: message.args.map(encode) }
				: message.type === 'port-message'
					? { ...message, data: encode(message.data) }
					: message;
		if (this.#world === undefined) return;
		const expression = `globalThis.${NAMES.deliver}(${JSON.stringify(encoded)})`;
		void this.#unlessGone(this.#session.send('Runtime.evaluate', { expression, contextId: this.#world }));
	}

	/** What is sent to a document that has gone is lost, as in the runtime. */
	async #unlessGone(sending: Promise<unknown>): Promise<void> {
		try {
			await sending;
		} catch (error) {
			const lost = this.crashed || this.page.isClosed() || (error instanceof Error && GONE.test(error.message));
			if (!lost) throw error;
		}
	}

	/** The document is gone, and with it the ports of its page. */
	closePorts(): void {
		for (const port of this.#ports) this.#tell({ type: 'port-close', port });
		this.#ports.clear();
	}

	#receive(message: FromPage, world: number): void {
		if (message.type === 'hello') {
			this.#world = world;
			this.closePorts();
			this.#tell({ type: 'page', window: this.window, news: { what: 'navigated' } });
		} else if (message.type === 'ipc') {
			const [origin = 'null'] = /^[a-z]+:\/\/[^/]+/.exec(this.#standIn.app(this.page.url())) ?? [];
			this.#tell({
				type: 'from-page',
				window: this.window,
				channel: message.channel,
				args: message.args.map(decode),
				origin,
				isMainFrame: true,
			});
		} else {
			this.#tell({ type: 'port-message', port: message.port, data: decode(message.data) });
		}
	}
}
