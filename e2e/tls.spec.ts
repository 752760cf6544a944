import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, sharePage, test } from './support/fixtures.ts';
import { startPeer } from './support/peer.ts';
import { endpoint, log, newButton, portOf } from './support/steps.ts';

sharePage();

/** Opens the form of a blank endpoint from the gallery. */
async function begin(page: Page, query: string): Promise<void> {
	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill(query);
	await page.keyboard.press('Enter');
}

test('a server with a made certificate and a client that verifies it, by clicks', async ({
	workbench: page,
	dataFolder,
}) => {
	await begin(page, 'class-tcp');
	await page.getByLabel('Port', { exact: true }).fill('0');
	await page.getByLabel('Encrypt with TLS').check();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save the authority’s certificate' }).click();
	const file = join(dataFolder, 'exported.pem');
	await (await download).saveAs(file);
	expect(await readFile(file, 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\s*$/);
	await page.getByRole('button', { name: 'Create and start' }).click();
	const port = await portOf(page, 'class-tcp');

	await begin(page, 'TCP client');
	await expect(page.getByLabel('Encrypt with TLS')).toBeChecked();
	await expect(page.getByLabel('Verify the server’s certificate')).toBeChecked();
	await page.getByLabel('Name to ask for (SNI) and to verify').fill('some.where.test');
	await page.getByRole('button', { name: 'Create and connect' }).click();
	await expect(endpoint(page, 'to class-tcp')).toHaveAccessibleName(/, open,/);
	await expect(
		page.getByRole('img', {
			name: /^TLS: TLSv1\.3 · .* · name some\.where\.test · CN=some\.where\.test, .* is verified$/,
		}),
	).toBeVisible();
	await page.getByRole('textbox', { name: 'Message' }).fill('in confidence');
	await page.keyboard.press('Control+Enter');
	await expect(log(page).getByRole('row').filter({ hasText: 'in confidence' })).toHaveCount(4);
	await expect(log(page).getByRole('row').filter({ hasText: 'TLS: TLSv1.3' })).toHaveCount(2);

	const answer = execFileSync(
		'openssl',
		['s_client', '-connect', `127.0.0.1:${port}`, '-CAfile', file, '-verify_return_error'],
		{ input: '', encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] },
	);
	expect(answer).toContain('Verify return code: 0 (ok)');
});

test('an untrusted certificate: the card shows its chain, trusts it, and asks for its name', async ({
	workbench: page,
	dataFolder,
}) => {
	const cert = join(dataFolder, 'cert.pem');
	const key = join(dataFolder, 'key.pem');
	execFileSync(
		'openssl',
		[
			'req',
			'-x509',
			'-newkey',
			'rsa:2048',
			'-nodes',
			'-keyout',
			key,
			'-out',
			cert,
			'-subj',
			'/CN=elsewhere',
			'-addext',
			'subjectAltName=DNS:elsewhere.test',
		],
		{ stdio: 'ignore' },
	);
	const server = startPeer('tls_server.py', cert, key);
	const port = await server.line();
	await begin(page, 'TCP client');
	await page.getByLabel('Name', { exact: true }).fill('wary');
	await page.getByLabel('Port', { exact: true }).fill(port);
	await page.getByLabel('Encrypt with TLS').check();
	await page.getByRole('button', { name: 'Create and connect' }).click();
	const card = page.getByRole('region', { name: 'Error of wary' });
	await expect(card).toContainText('is signed by itself, so that nobody vouches for it.');
	await expect(card.getByRole('list', { name: 'Certificates that were shown' })).toContainText('CN=elsewhere');
	await expect(card).toContainText('DNS:elsewhere.test');
	await expect(card).toContainText(/([0-9A-F]{2}:){31}[0-9A-F]{2}/);
	await expect(page.getByText('wary was not started')).toHaveCount(0);
	await card.getByRole('button', { name: 'Trust this certificate' }).click();
	await expect(card).toContainText('It is for DNS:elsewhere.test, and not for 127.0.0.1.');
	await card.getByRole('button', { name: 'Ask for elsewhere.test' }).click();
	await expect(endpoint(page, 'wary')).toHaveAccessibleName(/, open,/);
	await expect(page.getByRole('img', { name: /^TLS: .*CN=elsewhere is verified$/ })).toBeVisible();
	await server.close();
});
