import type { WebContents } from 'electron';
import { CHANNELS, type HostCommand } from '../../../../preload/api.ts';

/** The part of a WebContents that commands need. */
type Page = Pick<WebContents, 'send'>;

/**
 * Sends the menu's commands to the page. A page that does not listen yet (it is loading, reloading, or there is no
 * window) gets them when it does; the same command is kept once.
 */
export class PageCommands {
	readonly #kept = new Set<HostCommand>();
	#listening: Page | undefined;

	send(command: HostCommand): void {
		if (this.#listening === undefined) this.#kept.add(command);
		else this.#listening.send(CHANNELS.command, command);
	}

	/** This page listens from now on: its script has run. */
	listens(page: Page): void {
		this.#listening = page;
		const kept = [...this.#kept];
		this.#kept.clear();
		for (const command of kept) this.send(command);
	}

	/** The page's document is gone: it was reloaded, closed, or its process has ended. */
	left(page: Page): void {
		if (this.#listening === page) this.#listening = undefined;
	}
}

/** Follows the documents of this page: a new one listens once it requests a port (see bridge.ts). */
export function followDocuments(contents: WebContents, commands: PageCommands): void {
	const left = () => commands.left(contents);
	contents.on('did-navigate', left);
	contents.on('render-process-gone', left);
	contents.once('destroyed', left);
}
