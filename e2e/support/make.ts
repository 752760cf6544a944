import type { Page } from '@playwright/test';
import { ENDPOINT_KINDS, ENDPOINTS, endpointConfigSchema } from '../../common/endpoints/index.ts';
import type { CharsetName } from '../../common/payload/schema.ts';
import { findPreset } from '../../common/presets/index.ts';
import { expect } from './fixtures.ts';
import { clientOf } from './host-client.ts';
import { addressOf, endpoint, newButton } from './steps.ts';

/** What a test changes, by the labels of the form. */
type Fields = Readonly<{ Name?: string; Host?: string; Port?: string; Charset?: CharsetName }>;

/** Creates an endpoint from the gallery and starts it, with the given fields changed: by clicks. */
export async function makeByClicks(
	page: Page,
	query: string,
	fields: Readonly<Record<string, string>> = {},
): Promise<void> {
	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill(query);
	await page.keyboard.press('Enter');
	for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
	await page.getByRole('button', { name: /^Create and / }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
}

/**
 * An endpoint from the gallery, by its id there, started and selected. On the shared host through the contract's calls,
 * for a third of the time of clicks; on others by clicks. Throws when it does not start.
 */
export async function make(page: Page, id: string, fields: Fields = {}): Promise<void> {
	const client = clientOf(page);
	if (client === undefined) return makeByClicks(page, id, fields);
	const kind = ENDPOINT_KINDS.find((candidate) => candidate === id);
	const offered = kind === undefined ? findPreset(id)?.config : ENDPOINTS[kind].blank;
	if (offered === undefined) throw new Error(`The gallery has no ${id}.`);
	const { Name = offered.name, Host, Port, Charset } = fields;
	const config = endpointConfigSchema.parse({
		...offered,
		name: Name,
		...(Host === undefined ? {} : { host: Host }),
		...(Port === undefined ? {} : { port: Number(Port) }),
		...(Charset === undefined ? {} : { charset: Charset }),
	});
	const created = await client.call('endpointCreate', { config });
	// Before it starts: rows of connections that open then would move it under the click.
	await endpoint(page, Name).click();
	await expect(endpoint(page, Name)).toHaveAttribute('aria-selected', 'true');
	await client.call('endpointStart', { id: created.id });
}

/** A server from the gallery, the first endpoint; returns its address. */
export async function firstServer(page: Page, id: string): ReturnType<typeof addressOf> {
	await make(page, id, { Port: '0' });
	return addressOf(page.getByRole('tree', { name: 'Endpoints' }).getByRole('treeitem').first());
}

/** The port of an echo server on 127.0.0.1. */
export async function echoServer(page: Page): Promise<number> {
	const { port } = await firstServer(page, 'class-tcp');
	return port;
}
