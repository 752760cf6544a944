import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { make } from '../support/make.ts';
import { endpoint } from '../support/steps.ts';

test('secrets are encrypted by the key store of the desktop; without one they are missing, and not lost', async ({
	open,
	dataFolder,
}) => {
	const secrets = join(dataFolder, 'workspace.secrets.json');
	const via = { host: '127.0.0.1', port: 9, user: 'me', password: 'verysecret' };
	const client = { id: 'a', kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 9, via };
	writeFileSync(join(dataFolder, 'workspace.wirebench.json'), JSON.stringify({ wirebench: 1, endpoints: [client] }));
	const first = await open({ keyStore: 'secret-service' });
	await make(first.page, 'echo', { Port: '0' });
	await first.close();
	expect(readFileSync(secrets, 'utf8')).toContain('encrypted');
	expect(readFileSync(secrets, 'utf8')).not.toContain('verysecret');

	const second = await open();
	const missing = second.page.getByRole('button', { name: 'A secret is missing…' });
	await missing.click();
	await second.page.getByLabel('client: the password of its upstream proxy').fill('typed');
	await second.page.keyboard.press('Enter');
	await expect(missing).toBeHidden();
	await second.close();
	// Chromium's fixed password protects nothing: it is text, beside what cannot be decrypted.
	expect(JSON.parse(readFileSync(secrets, 'utf8'))).toMatchObject({
		encrypted: [expect.any(String)],
		plain: { a: [{ whole: { password: 'typed' } }] },
	});

	const third = await open({ keyStore: 'secret-service' });
	await expect(endpoint(third.page, 'client')).toBeVisible();
	await expect(third.page.getByRole('region', { name: 'Missing secrets' })).toBeHidden();
});
