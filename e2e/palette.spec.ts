import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { endpoint, log } from './support/steps.ts';

test('the command palette finds and runs commands by keyboard', async ({ workbench: page }) => {
	await make(page, 'class-tcp', { Name: 'echo', Port: '0' });
	await expect(endpoint(page, 'echo')).toHaveAccessibleName(/, open,/);
	const dialog = page.getByRole('dialog', { name: 'Commands' });
	const run = async (words: string, command: string) => {
		await page.keyboard.press('Control+k');
		await page.keyboard.type(words);
		await expect(dialog.getByRole('option', { selected: true })).toContainText(command);
		await page.keyboard.press('Enter');
		await expect(dialog).toBeHidden();
	};
	await run('stop echo', 'Stop');
	await expect(endpoint(page, 'echo')).toHaveAccessibleName(/, stopped,/);
	await run('start echo', 'Start');
	await expect(endpoint(page, 'echo')).toHaveAccessibleName(/, open,/);
	await run('dark', 'Colours: dark');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await run('write', 'Write a message');
	await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused();
	await run('rules echo', 'Rules…');
	await expect(page.getByRole('dialog', { name: /^Rules of echo/ })).toBeVisible();
	await page.keyboard.press('Escape');

	await page.getByRole('button', { name: 'Commands' }).click();
	await expect(dialog.getByRole('group', { name: 'echo' }).getByRole('option')).toHaveText(['Stop']);
	expect(await violations(page)).toEqual([]);
	await dialog.getByRole('option', { name: 'Show the traffic as sequence diagram' }).click();
	await expect(log(page)).toBeHidden();
	await page.keyboard.press('Control+k');
	await page.keyboard.type('no such thing');
	await expect(page.getByText('No command has all of these words.')).toBeVisible();
});
