import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ask } from './support/ask.ts';
import { expect, sharePage, test } from './support/fixtures.ts';
import { make } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { command, endpoint, log, newButton, portOf } from './support/steps.ts';

sharePage();

test('rules are tried, moved by button, key and drag, and count their answers while they run', async ({
	workbench: page,
}) => {
	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill('hello-server');
	await page.keyboard.press('Enter');
	const form = page.getByRole('form', { name: 'New endpoint' });
	const rule = (number: number) => form.getByRole('listitem', { name: `Rule ${number}`, exact: true });
	const trial = form.getByRole('region', { name: 'Try a message' });
	await form.getByLabel('Port', { exact: true }).fill('0');

	await trial.getByRole('textbox', { name: 'Message to try' }).fill('exit');
	await expect(trial.getByText('Rule 1 answers before rule 2, which match too')).toBeVisible();
	await expect(trial.getByText('at once, and ends it (FIN)')).toBeVisible();
	await trial.getByLabel('Message to try: written as').selectOption('hex');
	await trial.getByRole('textbox', { name: 'Message to try' }).fill('41 6e 6e 0');
	await expect(trial.getByText(/character 10/)).toBeVisible();
	await trial.getByRole('textbox', { name: 'Message to try' }).fill('41 6e 6e');
	await expect(trial.getByText('Rule 2 answers')).toBeVisible();
	await expect(trial.getByText('Hello, Ann~', { exact: true })).toBeVisible();
	await expect(trial.getByText('48 65 6c 6c 6f 2c 20 41 6e 6e 7e')).toBeVisible();

	// A third rule, which no message reaches before it is moved up.
	await form.getByRole('button', { name: 'Add regex rule' }).click();
	await expect(rule(3).getByRole('textbox', { name: 'Regular expression' })).toBeFocused();
	await page.keyboard.type('^(A)(.*)');
	await rule(3).getByRole('textbox', { name: 'Rule 3: reply' }).fill('{{2}}-{{1}}');
	await expect(trial.getByText('before rule 3')).toBeVisible();
	await form.getByRole('button', { name: 'Move rule 3 up' }).click();
	await expect(trial.getByText('nn-A', { exact: true })).toBeVisible();
	await expect(trial.getByText('{{1}} is A')).toBeVisible();
	await rule(2).getByRole('textbox', { name: 'Rule 2: reply' }).press('Alt+ArrowUp');
	await expect(rule(1).getByRole('textbox', { name: 'Regular expression' })).toHaveValue('^(A)(.*)');
	await rule(3).locator('.rule-grip').dragTo(rule(1));
	await expect(rule(1).getByRole('textbox', { name: 'Rule 1: reply' })).toHaveValue('Hello, {{data}}~');
	await rule(1).getByRole('textbox', { name: 'Rule 1: reply' }).press('Alt+ArrowDown');
	await form.getByRole('textbox', { name: 'Rule 2: delay in milliseconds' }).fill('0');
	await form.getByRole('button', { name: 'Create and start' }).click();

	const port = await portOf(page, 'hello-server');
	expect(await ask(port, 'Ann')).toBe('Welcome!nn-A');
	await log(page).getByRole('row').filter({ hasText: 'Ann' }).first().click();
	await command(page, 'More for hello-server', 'Rules…');
	const dialog = page.getByRole('dialog', { name: 'Rules of hello-server' });
	const running = (number: number) => dialog.getByRole('listitem', { name: `Rule ${number}`, exact: true });
	expect(await ask(port, 'Bob')).toBe('Welcome!Hello, Bob~');
	expect(await ask(port, 'Cem')).toBe('Welcome!Hello, Cem~');
	await expect(running(1)).toContainText('answered once');
	await expect(running(2)).toContainText('answered 2 times');
	await dialog.getByRole('button', { name: 'Try the message selected in the log' }).click();
	await expect(dialog.getByText('Rule 1 answers')).toBeVisible();
	await expect(dialog.getByText('{{1}} is A')).toBeVisible();

	// Edited in place while it runs: a bad rule changes nothing, and a connection that is there gets the good one.
	const there = connect(port, '127.0.0.1');
	await once(there, 'data');
	const answers = dialog.getByRole('form', { name: 'What it answers' });
	await answers.getByRole('textbox', { name: 'Rule 2: reply' }).fill('{{nope}}');
	await answers.getByRole('button', { name: 'Use these answers' }).click();
	await expect(answers.getByText(/There is no \{\{nope\}\}/)).toBeVisible();
	await expect(answers.getByText('Changed: the answers before are still in use.')).toBeVisible();
	expect(await ask(port, 'Dora')).toBe('Welcome!Hello, Dora~');
	await answers.getByRole('textbox', { name: 'Rule 2: reply' }).fill('Now: {{data}}');
	await page.keyboard.press('Control+Enter');
	await expect(answers.getByText('These answers are in use.')).toBeVisible();
	there.write('Dan');
	expect(String((await once(there, 'data'))[0])).toBe('Now: Dan');
	there.destroy();
	await expect(running(2)).toContainText('answered once');
	expect(await ask(port, 'Eve')).toBe('Welcome!Now: Eve');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Stop hello-server' }).click();
	await command(page, 'More for hello-server', 'Edit…');
	await expect(page.getByRole('listitem', { name: 'Rule 2', exact: true })).toContainText('answered 2 times');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('form', { name: 'Edit endpoint' })).toBeHidden();
});

test('the HTTP preset serves a page with a picture to a browser, then a folder of the user', async ({
	workbench: page,
	chromium,
	dataFolder,
}) => {
	const site = join(dataFolder, 'site');
	await mkdir(site);
	await writeFile(join(site, 'hello.txt'), 'hello from a folder');
	await make(page, 'http-server', { Port: '0' });
	const port = await portOf(page, 'http-server');
	const context = await (await chromium()).newContext();
	const web = await context.newPage();
	await web.goto(`http://127.0.0.1:${port}/`);
	const picture = web.getByRole('img');
	await expect(picture).toHaveAttribute('src', '/test.jpg');
	await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);

	await page.getByRole('button', { name: 'Stop http-server' }).click();
	await command(page, 'More for http-server', 'Edit…');
	const form = page.getByRole('form', { name: 'Edit endpoint' });
	const path = form.getByRole('textbox', { name: 'Rule 1: path of the file or folder' });
	await path.fill(join(site, 'gone'));
	await expect(form.getByText(`The file ${join(site, 'gone')} is not there (ENOENT).`)).toBeVisible();
	await path.fill(site);
	await expect(form.getByText('A folder with 1 entry.')).toBeVisible();
	await form.getByLabel('Port', { exact: true }).fill(String(port));
	await form.getByRole('button', { name: 'Save and start' }).click();
	await expect(endpoint(page, 'http-server')).toHaveAccessibleName(/, open,/);
	await web.goto(`http://127.0.0.1:${port}/hello.txt`);
	await expect(web.getByText('hello from a folder')).toBeVisible();
	await context.close();
});

test('an HTTP answer is shown with its header and its body apart', async ({ workbench: page }) => {
	await make(page, 'http-server', { Port: '0' });
	await make(page, 'http-client', { Port: String(await portOf(page, 'http-server')) });
	await page
		.getByRole('radiogroup', { name: 'View of the traffic' })
		.getByRole('radio', { name: 'Conversation' })
		.check();
	await page.getByRole('button', { name: /^(Choose a connection|Connection #)/ }).click();
	await page.getByRole('combobox', { name: 'Find a connection' }).fill('http-client');
	await page.getByRole('option', { name: /http-client tcp/ }).click();
	await page
		.getByRole('radiogroup', { name: 'View of the conversation' })
		.getByRole('radio', { name: 'Header, body' })
		.check();
	const parts = page.getByRole('region', { name: 'Header and body' });
	const [header, body] = [parts.getByRole('article').nth(0), parts.getByRole('article').nth(1)];
	await expect(header).toContainText(/^Header, \d+ bytesHTTP\/1\.1 200 OK/);
	await expect(header).not.toContainText('<img');
	await expect(body).toContainText('<img src="/test.jpg"');
	await expect(body).not.toContainText('HTTP/1.1');
	await page.getByRole('radiogroup', { name: 'Whose stream' }).getByRole('radio', { name: '→ Out' }).check();
	await expect(header).toContainText('GET / HTTP/1.1');
	await expect(body).toHaveText('Body, 0 bytes');
});

test('a client sends its listed messages one by one, and the tree counts the answers', async ({ workbench: page }) => {
	await make(page, 'udp-hello', { Port: '0' });
	await newButton(page).click();
	await page.getByRole('combobox', { name: 'Search' }).fill('udp-client');
	await page.keyboard.press('Enter');
	await page.getByLabel('Its port', { exact: true }).fill(String(await portOf(page, 'udp-hello')));
	await page.getByRole('textbox', { name: 'Messages, one a line' }).fill('Ann\nBob');
	await page.getByRole('button', { name: /^Create and / }).click();
	await expect(endpoint(page, 'udp-client')).toContainText('2 of 2 answered');
});

test('connections that wait for an iterative server show their queue position in the tree', async ({
	workbench: page,
}) => {
	await make(page, 'one-at-a-time', { Port: '0' });
	const peer = startPeer('turn_clients.py', '127.0.0.1', String(await portOf(page, 'one-at-a-time')));
	expect(await peer.line()).toBe('A1');
	const connections = page.getByRole('treeitem', { name: /^#\d+/ });
	await expect(connections.nth(1)).toContainText('waits, place 1');
	await expect(connections.nth(2)).toContainText('waits, place 2');
	peer.say('go on');
	for (const line of ['A2', '0 of the others', 'B1', 'C1']) expect(await peer.line()).toBe(line);
	await peer.close();
});
