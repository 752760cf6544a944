import type { WebContents } from 'electron';
import { CHANNELS, type HostCommand } from '../../../../preload/api.ts';

/** The part of a WebContents that commands need. */
type Page = Pick<WebContents, 'send'>;

/**
 * Sends the menu's commands, and files to open, to the page. A page that does not listen yet (it is loading, reloading, or
 * there is no window) gets them when it does, in order; the same one is kept once.
 */
export class PageCommands {
	/** Channel and value, by both. */
	readonly #kept = new Map<string, readonly [channel: string, value: string]>();
	#listening: Page | undefined;

	send(command: HostCommand): void {
		this.#send(CHANNELS.command, command);
	}

	/** Lets the page open a capture, as a person does with its own dialog. */
	openFile(path: string): void {
		this.#send(CHANNELS.openFile, path);
	}

	/** This page listens from now on: its script has run. */
	listens(page: Page): void {
		this.#listening = page;
		const kept = [...this.#kept.values()];
		this.#kept.clear();
		for (const [channel, value] of kept) this.#send(channel, value);
	}

	/** The page's document is gone: it was reloaded, closed, or its process has ended. */
	left(page: Page): void {
		if (this.#listening === page) this.#listening = undefined;
	}

	#send(channel: string, value: string): void {
		if (this.#listening === undefined) this.#kept.set(`${channel} ${value}`, [channel, value]);
		else this.#listening.send(channel, value);
	}
}

/** Follows the documents of this page: a new one listens once it requests a port (see bridge.ts). */
export function followDocuments(contents: WebContents, commands: PageCommands): void {
	const left = () => commands.left(contents);
	contents.on('did-navigate', left);
	contents.on('render-process-gone', left);
	contents.once('destroyed', left);
}
