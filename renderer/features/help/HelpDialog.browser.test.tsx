import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { closeHelp, EXPLANATIONS, GUIDE, type GuidePart, openHelp, useHelp } from '../../app/state/window/help.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { HelpDialog } from './HelpDialog.tsx';
import '../../ui/tokens.css';

async function opened(part: GuidePart): Promise<void> {
	openHelp(part);
	await render(
		<TooltipProvider>
			<HelpDialog place={{ document: GUIDE, part }} />
		</TooltipProvider>,
	);
}

const naturalWidthOf = (element: Element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0);
const article = () => page.getByRole('article');
const search = () => page.getByRole('combobox', { name: 'Search' });

afterEach(() => showLanguage('en'));

test('opens at its part, and the arrow keys go through the contents', async () => {
	await opened('timeline');
	await expect.element(article().getByRole('heading', { name: 'Timeline' })).toBeVisible();
	await expect.element(page.getByRole('option', { name: 'Timeline' })).toHaveAttribute('aria-selected', 'true');
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(article().getByRole('heading', { name: 'Sequence diagram' })).toBeVisible();
	await userEvent.keyboard('{Enter}');
	await expect.element(article()).toHaveFocus();
});

test('a search leaves the sections that have every word, and Enter opens the first', async () => {
	await opened('first-minutes');
	await search().fill('Model Context Protocol');
	await expect.element(page.getByRole('option')).toHaveTextContent('Agents');
	await userEvent.keyboard('{Enter}');
	await expect.element(article().getByRole('heading', { name: 'Agents' })).toBeVisible();
	await search().fill('zzzz');
	await expect.element(page.getByText('Nothing has all of these words.')).toBeVisible();
});

test('a link opens the other document, and Back returns', async () => {
	await opened('finding');
	await article().getByRole('button', { name: 'filter.md' }).first().click();
	await expect.element(page.getByRole('option').first()).not.toHaveTextContent('User guide');
	await page.getByRole('button', { name: 'Back' }).click();
	await expect.element(article().getByRole('heading', { name: 'Finding' })).toBeVisible();
});

test('an address outside is a text that can be read', async () => {
	await opened('agents');
	await expect.element(article().getByText('https://modelcontextprotocol.io')).toBeVisible();
	closeHelp();
	expect(useHelp.getState().place).toBeUndefined();
});

test('the guide shows its pictures', async () => {
	await opened('first-minutes');
	const picture = article().getByRole('img').first();
	await expect.element(picture).toBeVisible();
	await expect.poll(() => naturalWidthOf(picture.element())).toBeGreaterThan(1000);
});

test('the guide is in the language of the page, at the same part', async () => {
	await showLanguage('zh-Hans');
	await opened('timeline');
	await expect.element(article().getByRole('heading', { name: '时间线' })).toBeVisible();
	await expect.element(article().getByText(/每条线的上方是接收的字节/)).toBeVisible();
	await page.getByRole('combobox', { name: '搜索' }).fill('分帧 长度字段');
	await expect.element(page.getByRole('option')).toHaveTextContent('端点如何应答');
});

test('a name is explained, others are found, and the guide is one click away', async () => {
	await render(
		<TooltipProvider>
			<HelpDialog place={{ document: EXPLANATIONS, part: 'errors.EADDRINUSE' }} />
		</TooltipProvider>,
	);
	await expect.element(article().getByRole('heading', { name: 'EADDRINUSE' })).toBeVisible();
	await expect.element(article().getByText(/^Next: "wirebench owner/)).toBeVisible();
	await search().fill('2MSL nagle');
	await expect.element(page.getByText('Nothing has all of these words.')).toBeVisible();
	await search().fill('nagle');
	await userEvent.keyboard('{Enter}');
	await expect.element(article().getByRole('heading', { name: 'TCP_NODELAY' })).toBeVisible();
	await page.getByRole('radio', { name: 'User guide' }).click();
	await expect.element(article().getByRole('heading', { name: 'First minutes' })).toBeVisible();
});

test('a picture shows what both ends do, in the language of the page, and can be read', async () => {
	await showLanguage('zh-Hant');
	await render(
		<TooltipProvider>
			<HelpDialog place={{ document: EXPLANATIONS, part: 'errors.ETIMEDOUT' }} />
		</TooltipProvider>,
	);
	const picture = article().getByRole('table', { name: '圖示，依時間順序' });
	await expect.element(picture.getByRole('columnheader', { name: '用戶端' })).toBeVisible();
	await expect.element(picture.getByRole('img', { name: '→ SYN (遺失)' }).first()).toBeVisible();
	await expect.element(picture.getByText('ETIMEDOUT')).toBeVisible();
});

test('a search shows what is called so before what names it', async () => {
	await render(
		<TooltipProvider>
			<HelpDialog place={{ document: EXPLANATIONS, part: 'calls.recv' }} />
		</TooltipProvider>,
	);
	await search().fill('time-wait');
	await expect.element(page.getByRole('option').first()).toHaveTextContent('TIME-WAIT');
});

test('names are explained in the language of the page', async () => {
	await showLanguage('zh-Hans');
	await render(
		<TooltipProvider>
			<HelpDialog place={{ document: EXPLANATIONS, part: 'presets.line-server' }} />
		</TooltipProvider>,
	);
	await expect.element(article().getByRole('heading', { name: '行服务器' })).toBeVisible();
	await expect.element(article().getByText(/^接下来：/)).toBeVisible();
});
