import type { Locator, Page } from '@playwright/test';
import { copied } from './support/clipboard.ts';
import { expect, sharePage, test } from './support/fixtures.ts';
import { echoServer } from './support/make.ts';
import { filterField, log, talkTo } from './support/steps.ts';

sharePage();

const view = (page: Page, name: string): Promise<void> =>
	page.getByRole('radiogroup', { name: 'View of the traffic' }).getByRole('radio', { name }).check();
const item = (page: Page, name: string | RegExp): Locator => page.getByRole('menuitem', { name });

test('the selected text of the inspector is copied, found and filtered by from its menu', async ({
	workbench: page,
}) => {
	const peer = await talkTo(await echoServer(page));
	await peer.say('one\ttwo two');
	await log(page).getByRole('row', { name: /two/ }).first().click();
	const inspector = page.getByRole('region', { name: 'Inspector' });
	await inspector.getByRole('tab', { name: 'Text' }).click();
	const text = inspector.getByRole('region', { name: 'Text' });
	await expect(text).toContainText('two two');
	/** Selects part of the shown text, as dragging over it does. */
	const select = (from: number, to: number) =>
		text.evaluate(
			(element, [start, end]) => {
				const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
				const range = document.createRange();
				let at = 0;
				for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
					const { length } = node.textContent ?? '';
					if (start >= at && start <= at + length) range.setStart(node, start - at);
					if (end >= at && end <= at + length) range.setEnd(node, end - at);
					at += length;
				}
				document.getSelection()?.removeAllRanges();
				document.getSelection()?.addRange(range);
			},
			[from, to] as const,
		);
	const shown = (await text.textContent()) ?? '';
	await text.focus();
	await select(0, shown.indexOf('two') + 3);
	await page.keyboard.press('Shift+F10');
	await item(page, 'Copy the selection').click();
	await expect(inspector).toContainText('Copied 7 bytes as Text (UTF-8).');
	// The tab itself, not the sign that is shown for it.
	expect(await copied(page)).toBe('one\ttwo');
	await text.focus();
	await select(shown.indexOf('two'), shown.indexOf('two') + 3);
	await text.dispatchEvent('contextmenu', { clientX: 900, clientY: 400 });
	await item(page, 'Find the selected text').click();
	await expect(inspector.getByText('1 of 2', { exact: true })).toBeVisible();
	await page.keyboard.press('Escape');
	await text.focus();
	await select(shown.indexOf('two'), shown.indexOf('two') + 3);
	await page.keyboard.press('Shift+F10');
	await expect(item(page, /^Exclude the selected text/)).toContainText('not "two"');
	await item(page, /^Filter by the selected text/).click();
	await expect(filterField(page)).toHaveValue('"two"');
	peer.end();
});

test('events of the conversation and of the sequence diagram have the menu of the log', async ({ workbench: page }) => {
	const peer = await talkTo(await echoServer(page));
	await peer.say('knock');
	await view(page, 'Conversation');
	const talk = page.getByRole('listbox', { name: 'Conversation' });
	await talk.getByText('knock').first().click({ button: 'right' });
	await expect(item(page, /^Send back to #\d+ /)).toBeEnabled();
	await item(page, 'Copy').hover();
	await item(page, 'Hex').click();
	expect(await copied(page)).toBe('6b 6e 6f 63 6b');
	await expect(page.getByText('Copied 5 bytes as Hex')).toBeVisible();
	await expect(talk).toBeFocused();
	await page.keyboard.press('Shift+F10');
	await item(page, /^Filter by this connection/).click();
	await expect(filterField(page)).toHaveValue(/^conn:\d+$/);

	await view(page, 'Sequence diagram');
	const diagram = page.getByRole('grid', { name: 'Sequence diagram' });
	await diagram.getByRole('row', { name: /knock/ }).last().click({ button: 'right' });
	await expect(page.getByRole('menu', { name: /^Event \d+$/ })).toBeVisible();
	await item(page, /^Send again to #\d+ /).click();
	await expect(page.getByText(/^Send again to #\d+ .*: 5 bytes sent$/)).toBeVisible();
	await diagram.getByRole('row', { name: /knock/ }).first().click();
	await diagram.press('Shift+F10');
	await item(page, 'Select in the log').click();
	await expect(log(page).locator('[aria-selected="true"]')).toContainText('knock');
	await expect(log(page).locator('[aria-selected="true"]')).toBeInViewport();
	peer.end();
});
