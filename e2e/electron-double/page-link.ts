import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from '@playwright/test';
import { appUrl, type ToDouble, type ToDriver } from './messages.ts';
import { pageRuntime } from './page-runtime.ts';

const BINDING = '__electronDoubleTell';
const GLOBAL = '__electronDoubleDeliver';
/** Chromium's error for a message to a document that the page has left. */
const NAVIGATED = 'Inspected target navigated or closed';

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

/** The wire between one page and the double, directly over the DevTools protocol, which keeps messages in order. */
export class PageLink {
	readonly page: Page;
	readonly window: number;
	readonly #session: CDPSession;
	readonly #tell: (message: ToDouble) => void;
	/** Ports of the current document. */
	readonly #ports = new Set<number>();
	#expected: string | undefined;

	private constructor(page: Page, window: number, session: CDPSession, tell: (message: ToDouble) => void) {
		this.page = page;
		this.window = window;
		this.#session = session;
		this.#tell = tell;
	}

	static async open(page: Page, window: number, preload: string, tell: (message: ToDouble) => void): Promise<PageLink> {
		const session = await page.context().newCDPSession(page);
		const link = new PageLink(page, window, session, tell);
		session.on('Runtime.bindingCalled', ({ name, payload }) => {
			if (name === BINDING) link.#receive(JSON.parse(payload));
		});
		await session.send('Runtime.enable');
		await session.send('Runtime.addBinding', { name: BINDING });
		const names = JSON.stringify({ binding: BINDING, global: GLOBAL, origin: 'https://wirebench.app.invalid' });
		const source = await readFile(preload, 'utf8');
		await page.addInitScript(
			`(${pageRuntime.toString()})(${names}, function (require, module, exports) {\n${source}\n});`,
		);
		return link;
	}

	/** Loads an address without a permission check. */
	async load(url: string): Promise<void> {
		this.#expected = url;
		await this.page.goto(url, { waitUntil: 'load' });
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
		// Messages to a document that has gone are lost, as in the runtime.
		this.#session
			.send('Runtime.evaluate', { expression: `globalThis.${GLOBAL}?.(${JSON.stringify(encoded)})` })
			.catch((error: Error) => {
				if (!this.page.isClosed() && !error.message.endsWith(NAVIGATED)) throw error;
			});
	}

	#receive(message: FromPage): void {
		if (message.type === 'hello') {
			// A new document: the ports of the previous one are closed.
			for (const port of this.#ports) this.#tell({ type: 'port-close', port });
			this.#ports.clear();
		} else if (message.type === 'ipc') {
			const origin = new URL(this.page.url()).origin;
			this.#tell({
				type: 'from-page',
				window: this.window,
				channel: message.channel,
				args: message.args.map(decode),
				origin: appUrl(`${origin}/`).slice(0, -1),
				isMainFrame: true,
			});
		} else {
			this.#tell({ type: 'port-message', port: message.port, data: decode(message.data) });
		}
	}
}
