import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** The row of an endpoint in the left pane. */
export function endpoint(page: Page, name: string): Locator {
	return page.getByRole('treeitem', { name: new RegExp(`^${name} (TCP|UDP|Unix)`) });
}

/** The button at the top of the left pane; an empty log has one with the same name. */
export function newButton(page: Page): Locator {
	return page.getByRole('region', { name: 'Endpoints' }).getByRole('button', { name: 'New endpoint' });
}

/** The bound port of an open endpoint, from its row. */
export async function portOf(page: Page, name: string): Promise<number> {
	const row = endpoint(page, name);
	await expect(row).toHaveAccessibleName(/, open,/);
	const port = /:(\d+)/.exec((await row.textContent()) ?? '')?.[1];
	if (port === undefined) throw new Error(`The row of ${name} shows no port.`);
	return Number(port);
}

/** The address of an open endpoint, from its row. */
export async function addressOf(row: Locator): Promise<{ readonly host: string; readonly port: number }> {
	await expect(row).toContainText(/127\.0\.0\.\d+:[1-9]\d*/);
	const [, host = '', port] = /(127\.0\.0\.\d+):(\d+)/.exec((await row.textContent()) ?? '') ?? [];
	return { host, port: Number(port) };
}

/** The name of a connection in the left pane: `#` and a number, which continues across tests. */
export async function connectionOf(row: Locator): Promise<string> {
	const label = await row.getByRole('button', { name: /^More for #\d+ / }).getAttribute('aria-label');
	const name = /#\d+/.exec(label ?? '')?.[0];
	if (name === undefined) throw new Error('The row names no connection.');
	return name;
}

export async function command(page: Page, of: string | RegExp, item: string | RegExp): Promise<void> {
	await page.getByRole('button', { name: of }).click();
	await page.getByRole('menuitem', { name: item }).click();
}

/**
 * The settings stored by the host. The page applies a setting at once: a test that closes or reloads it waits until it
 * is stored here.
 */
export function storedSettings(dataFolder: string): Readonly<Record<string, unknown>> {
	const file = join(dataFolder, 'settings.json');
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** The untitled workspace of a data folder, once it is stored. */
export function storedWorkspace(dataFolder: string): Readonly<Record<string, unknown>> {
	const file = join(dataFolder, 'workspace.wirebench.json');
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

export const log = (page: Page): Locator => page.getByRole('grid', { name: 'Traffic log' });
export const filterField = (page: Page): Locator => page.getByRole('combobox', { name: 'Filter', exact: true });
/** Number of events that match the filter. */
export const filterCount = (page: Page): Locator => page.locator('.filter-count');
/** The fourth counter of the status bar. */
export const shown = (page: Page): Locator => page.locator('[data-counter="shown"] b');

/** A client of an echo server. */
export interface Talker {
	/** Sends lines one by one, each after the whole echo of the previous one. */
	say(...lines: readonly string[]): Promise<void>;
	reset(): void;
	end(): void;
}

export async function talkTo(port: number, host = '127.0.0.1'): Promise<Talker> {
	const socket = connect(port, host);
	await once(socket, 'connect');
	/** Sends a line; resolves when as many bytes are back, in however many parts. */
	const exchange = (line: string) =>
		new Promise<void>((resolve, reject) => {
			let missing = Buffer.byteLength(line);
			const take = (part: Buffer): void => {
				missing -= part.length;
				if (missing > 0) return;
				socket.off('data', take).off('error', reject);
				resolve();
			};
			socket.on('data', take).once('error', reject).write(line);
		});
	return {
		async say(...lines) {
			for (const line of lines) await exchange(line);
		},
		reset: () => socket.resetAndDestroy(),
		end: () => socket.destroy(),
	};
}
