import { expect, test } from './support/fixtures.ts';
import { startPeer } from './support/peer.ts';
import { command, log, newButton, portOf } from './support/steps.ts';

test('a script is written with completion, its errors are shown at their place, and it answers', async ({
	workbench: page,
}) => {
	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill('class-tcp');
	await page.keyboard.press('Enter');
	await page.getByLabel('Port', { exact: true }).fill('0');
	await page.getByRole('radio', { name: 'Script' }).click();
	const editor = page.getByRole('textbox', { name: 'Script' });
	await expect(editor).toContainText('function onMessage(message, connection)');

	// The members of a connection are offered after its name; Escape closes the list and not the dialog.
	await editor.click();
	await page.keyboard.press('Control+a');
	await page.keyboard.type('function onMessage(question, client) {\nclient.');
	const offers = page.getByRole('listbox');
	await expect(offers.getByRole('option', { name: /^after/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(offers).toBeHidden();
	await page.keyboard.type('se');
	await offers.getByRole('option', { name: /^send/ }).click();
	await expect(editor).toContainText('client.send');

	// A syntax error is reported with its place while typing, and again on submit.
	await page.keyboard.type('(question.text + ;');
	const problem = page.getByRole('status').filter({ hasText: 'Line 2, column' });
	await expect(problem).toContainText("SyntaxError: unexpected token in expression: ';'");
	await page.getByRole('button', { name: 'Create and start' }).click();
	await expect(page.getByRole('alert').filter({ hasText: 'Script, line 2, column' })).toBeVisible();
	await problem.getByRole('button').click();
	await expect(editor).toBeFocused();

	await page.keyboard.press('Control+a');
	await page.keyboard.type(
		"function onMessage(m, c) {\nif (m.text === 'bad') m.no.thing;\nc.send(pack('>H', m.length));",
	);
	await expect(problem).toBeHidden();
	await page.keyboard.press('Control+Enter');
	const port = await portOf(page, 'class-tcp');
	const peer = startPeer('tcp_client.py', '127.0.0.1', String(port), '6162', '616263');
	expect(await peer.line()).toBe('0002');
	expect(await peer.line()).toBe('0003');
	await peer.close();

	// A runtime error is an event, and a mark in the editor.
	const failing = startPeer('tcp_client.py', '127.0.0.1', String(port), '626164');
	await expect(
		log(page).getByText(/Script, line 2, column \d+: TypeError: cannot read property 'thing'/),
	).toBeVisible();
	await failing.close();
	await page.getByRole('button', { name: 'Stop class-tcp' }).click();
	await command(page, 'More for class-tcp', 'Edit…');
	await expect(page.getByRole('status').filter({ hasText: 'when it ran' })).toContainText('Line 2, column');
});
