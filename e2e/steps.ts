import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** The row of an endpoint in the left pane. */
export function endpoint(page: Page, name: string): Locator {
	return page.getByRole('treeitem', { name: new RegExp(`^${name} (TCP|UDP|Unix)`) });
}

/** The button at the head of the left pane; an empty log has one of the same name. */
export function newButton(page: Page): Locator {
	return page.getByRole('region', { name: 'Endpoints' }).getByRole('button', { name: 'New endpoint' });
}

/** Makes an endpoint from the gallery and starts it, with the given fields changed. */
export async function make(page: Page, query: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill(query);
	await page.keyboard.press('Enter');
	for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
	await page.getByRole('button', { name: /^Create and / }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
}

/** The port that an open endpoint is bound to, as its row says it. */
export async function portOf(page: Page, name: string): Promise<number> {
	const row = endpoint(page, name);
	await expect(row).toHaveAccessibleName(/, open,/);
	const port = /:(\d+)/.exec((await row.textContent()) ?? '')?.[1];
	if (port === undefined) throw new Error(`The row of ${name} shows no port.`);
	return Number(port);
}

export async function command(page: Page, of: string | RegExp, item: string | RegExp): Promise<void> {
	await page.getByRole('button', { name: of }).click();
	await page.getByRole('menuitem', { name: item }).click();
}
