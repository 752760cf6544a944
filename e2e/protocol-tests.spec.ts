import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { log, portOf, storedWorkspace } from './support/steps.ts';

test('a test by clicks: passes, fails with the difference, is saved, deleted and restored', async ({
	app: { page, dataFolder },
}) => {
	await make(page, 'hello-server', { Port: '0' });
	const port = await portOf(page, 'hello-server');
	await page.getByRole('button', { name: 'Tests' }).click();
	const dialog = page.getByRole('dialog', { name: 'Tests' });
	await dialog.getByRole('button', { name: 'New test' }).click();
	await dialog.getByLabel('Port', { exact: true }).fill(String(port));
	await dialog.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(dialog.getByRole('status')).toHaveText(/Passed: 5 steps/);
	await expect(dialog.getByRole('listitem', { name: 'Step 3' })).toContainText('passed');

	await dialog.getByLabel('Step 1: bytes', { exact: true }).fill('Welcome?');
	await expect(dialog.getByRole('status')).toHaveText('Changed since it ran.');
	await dialog.getByLabel('Name', { exact: true }).press('Enter');
	await expect(dialog.getByRole('status')).toHaveText(/Failed at step 1 of 5/);
	const step = dialog.getByRole('listitem', { name: 'Step 1', exact: true });
	await expect(step).toContainText('At byte 7 (0x7): expected 3f “?”, got 21 “!”.');
	await dialog.getByLabel('Step 1: bytes: written as').selectOption('hex');
	await dialog.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(step).toContainText(/hex/i);
	await dialog.getByLabel('Step 1: bytes: written as').selectOption('text');
	await dialog.getByRole('button', { name: 'Move step 1 down' }).click();
	await expect(dialog.getByLabel('Step 2: bytes', { exact: true })).toHaveValue('Welcome?');
	expect(await violations(page, { within: 'dialog' })).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(log(page).getByText('Welcome!').first()).toBeVisible();
	await expect
		.poll(() => storedWorkspace(dataFolder))
		.toHaveProperty('tests[0].steps[1].expectation.pattern', { format: 'text', text: 'Welcome?' });
	await page.reload();
	await expect(page.getByRole('region', { name: 'Endpoints' })).toBeVisible();
	await page.keyboard.press('Alt+s');
	const kept = page.getByRole('dialog', { name: 'Tests' });
	await expect(kept.getByLabel('Step 2: bytes', { exact: true })).toHaveValue('Welcome?');
	await kept.getByRole('button', { name: 'Delete hello' }).click();
	await expect(kept.getByText('No tests yet')).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.keyboard.press('Alt+s');
	await expect(kept.getByLabel('Name', { exact: true })).toHaveValue('hello');
});

test('a waiting run can be stopped; a refused one shows what to check', async ({ workbench: page }) => {
	await make(page, 'class-tcp', { Port: '0' });
	const port = await portOf(page, 'class-tcp');
	await page.getByRole('button', { name: 'Tests' }).click();
	const dialog = page.getByRole('dialog', { name: 'Tests' });
	await dialog.getByRole('button', { name: 'New test' }).click();
	await dialog.getByLabel('Port', { exact: true }).fill(String(port));
	await dialog.getByLabel('Step 1: within milliseconds').fill('60000');
	await dialog.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(dialog.getByRole('status')).toContainText('Step 1 of 5…');
	await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
	await expect(dialog.getByRole('status')).toContainText('Stopped.');
	await dialog.getByLabel('Port', { exact: true }).fill('1');
	await dialog.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(dialog.getByRole('status')).toContainText('Failed: no connection.');
	await expect(dialog.getByText('Nothing listens on 127.0.0.1:1')).toBeVisible();
});
