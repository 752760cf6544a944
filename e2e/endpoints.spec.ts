import { expect, sharePage, test } from './support/fixtures.ts';
import { make, makeByClicks } from './support/make.ts';
import { startPeer } from './support/peer.ts';
import { command, endpoint, newButton, portOf } from './support/steps.ts';

sharePage();

test('arrow keys move through the rows, Enter stops and starts', async ({ workbench: page }) => {
	await make(page, 'upper-echo', { Port: '0' });
	await portOf(page, 'upper-echo');
	await make(page, 'udp-hello', { Port: '0' });
	await portOf(page, 'udp-hello');
	await endpoint(page, 'udp-hello').focus();
	await page.keyboard.press('ArrowUp');
	await expect(endpoint(page, 'upper-echo')).toBeFocused();
	await expect(endpoint(page, 'upper-echo')).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Enter');
	await expect(endpoint(page, 'upper-echo')).toHaveAccessibleName(/, stopped,/);
	await page.keyboard.press('Enter');
	await expect(endpoint(page, 'upper-echo')).toHaveAccessibleName(/, open,/);
	await page.keyboard.press('Shift+F10');
	await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
	await page.keyboard.press('Escape');
});

test('a port in use: the card names the owner, offers the next free port, and stops that program after confirmation', async ({
	workbench: page,
}) => {
	const holder = startPeer('port_holder.py', 'tcp');
	try {
		const held = Number(await holder.line());
		await makeByClicks(page, 'upper-echo', { 'Address to listen on': '127.0.0.1', Port: String(held) });
		const card = page.getByRole('region', { name: 'Error of upper-echo' });
		await expect(card).toContainText(`pid ${holder.pid}`);
		await expect(card).toContainText('python3');
		await expect(card).toContainText('EADDRINUSE');
		await expect(endpoint(page, 'upper-echo')).toHaveAccessibleName(/, failed,/);
		await card.getByRole('button', { name: /^Use port \d+$/ }).click();
		expect(await portOf(page, 'upper-echo')).not.toBe(held);
		await expect(card).toBeHidden();

		await makeByClicks(page, 'tcp server', { Name: 'second', Port: String(held) });
		const other = page.getByRole('region', { name: 'Error of second' });
		await other.getByRole('button', { name: /^Stop python3\S*…$/ }).click();
		await expect(other).toContainText(`Sends SIGTERM to process ${holder.pid}`);
		await other.getByRole('button', { name: /^Yes, stop python3/ }).click();
		expect(await portOf(page, 'second')).toBe(held);
		await expect(other).toBeHidden();
	} finally {
		await holder.close();
	}
});

test('a port held by another endpoint: the card stops that endpoint after confirmation', async ({
	workbench: page,
}) => {
	await make(page, 'tcp-server', { Name: 'first', Port: '0' });
	const port = await portOf(page, 'first');
	await makeByClicks(page, 'tcp server', { Name: 'second', Port: String(port) });
	const card = page.getByRole('region', { name: 'Error of second' });
	await expect(card).toContainText('first');
	const ask = card.getByRole('button', { name: 'Stop first…' });
	await ask.click();
	await expect(card).toContainText('Stop first?');
	await card.getByRole('button', { name: 'No' }).click();
	await expect(ask).toBeFocused();
	await expect(endpoint(page, 'first')).toHaveAccessibleName(/, open,/);
	await ask.click();
	await card.getByRole('button', { name: 'Yes, stop first' }).click();
	expect(await portOf(page, 'second')).toBe(port);
	await expect(endpoint(page, 'first')).toHaveAccessibleName(/, stopped,/);
});

test('an endpoint is edited while stopped only, removed without confirmation, and started again by undo', async ({
	workbench: page,
}) => {
	await make(page, 'tcp-server', { Name: 'before', Port: '0' });
	await portOf(page, 'before');
	await page.getByRole('button', { name: 'More for before' }).click();
	await expect(page.getByRole('menuitem', { name: /^Edit/ })).toHaveAttribute('aria-disabled', 'true');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Stop before' }).click();
	await expect(endpoint(page, 'before')).toHaveAccessibleName(/, stopped,/);
	await command(page, 'More for before', /^Edit/);
	await page.getByLabel('Name', { exact: true }).fill('after');
	await page.getByRole('button', { name: 'Save and start' }).click();
	await portOf(page, 'after');
	await expect(endpoint(page, 'before')).toHaveCount(0);

	await endpoint(page, 'after').focus();
	await page.keyboard.press('Delete');
	await expect(endpoint(page, 'after')).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await portOf(page, 'after');
});

test('the peer sees a half-close, a close and a reset; after a half-close it still sends, and its end closes the connection', async ({
	workbench: page,
}) => {
	await make(page, 'tcp-server', { Name: 'listener', Port: '0' });
	const port = String(await portOf(page, 'listener'));
	const row = page.getByRole('treeitem', { name: /^#\d+ 127\.0\.0\.1:\d+/ });
	for (const [item, seen] of [
		['Half-close', 'end'],
		['Close', 'end'],
		['Reset', 'reset'],
	] as const) {
		const peer = startPeer('watching_client.py', '127.0.0.1', port, item === 'Half-close' ? 'still here' : '');
		try {
			expect(await peer.line()).toBe('open');
			await expect(row).toBeVisible();
			await command(page, /^More for #/, new RegExp(`^${item}`));
			expect(await peer.line()).toBe(seen);
			if (item === 'Half-close') {
				await expect(row).toContainText('we have ended');
				peer.finish();
			}
			await expect(row).toHaveCount(0);
		} finally {
			await peer.close();
		}
	}
});

test('the focus stays in the endpoints pane when the focused row disappears', async ({ workbench: page }) => {
	await make(page, 'tcp-server', { Name: 'listener', Port: '0' });
	const peer = startPeer('watching_client.py', '127.0.0.1', String(await portOf(page, 'listener')), '');
	try {
		expect(await peer.line()).toBe('open');
		const row = page.getByRole('treeitem', { name: /^#\d+ 127/ });
		await row.focus();
		await expect(row).toBeFocused();
	} finally {
		await peer.close();
	}
	await expect(endpoint(page, 'listener')).toBeFocused();
	await page.keyboard.press('Delete');
	await expect(newButton(page)).toBeFocused();
	await page.getByRole('button', { name: 'Undo' }).press('Enter');
	await portOf(page, 'listener');
	await expect(page.locator('[data-pane="endpoints"] :focus')).toHaveCount(1);
});

test('Tab skips the card of another endpoint on its way to the selected row', async ({ workbench: page }) => {
	await makeByClicks(page, 'tcp client', { Name: 'caller', Host: '127.0.0.1', Port: '1' });
	const card = page.getByRole('region', { name: 'Error of caller' });
	await expect(card).toContainText('ECONNREFUSED');
	await make(page, 'udp', { Name: 'chosen' });
	await portOf(page, 'chosen');
	// The last button before the tree.
	await page.locator('[data-pane="endpoints"] .ui-panel-header button').last().focus();
	await page.keyboard.press('Tab');
	await expect(card.getByRole('button', { name: 'Retry' })).toBeFocused();
	for (const next of ['Edit', 'Probe the port', 'Try ::1', 'Dismiss']) {
		await page.keyboard.press('Tab');
		await expect(card.getByRole('button', { name: next })).toBeFocused();
	}
	await page.keyboard.press('Tab');
	await expect(endpoint(page, 'chosen')).toBeFocused();
});
