import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { closeBar, openBar } from '../../app/state/capture/jump.ts';
import { setSession } from '../../app/state/host/session.ts';
import { updateSettings, useSettings } from '../../app/state/window/settings.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { JumpBars } from './JumpBars.tsx';

let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	useSettings.setState({ keys: {} });
	await render(<JumpBars />, { wrapper: TooltipProvider });
});

afterEach(async () => {
	closeBar();
	useSettings.setState({ keys: {} });
	await showLanguage('en');
	host.close();
});

test('the bars speak Chinese', async () => {
	await showLanguage('zh-Hans');
	openBar('find');
	await page.getByRole('textbox', { name: '查找' }).fill('dir:inn');
	await expect.element(page.getByRole('button', { name: '查找下一个匹配项' })).toBeDisabled();
	openBar('goto');
	await expect.element(page.getByRole('option', { name: '下一个错误 F8' })).toBeVisible();
	expect(latinTexts(document.body, ['Shift'])).toEqual([]);
	await page.getByRole('combobox', { name: '转到' }).fill('nonsense');
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByText('抓包记录中还没有事件。')).toBeVisible();
});

test('hints and places name a changed key', async () => {
	openBar('find');
	updateSettings({ keys: { 'next-match': 'Ctrl+M', 'next-error': '' } });
	await page.getByRole('textbox', { name: 'Find' }).fill('a');
	await page.getByRole('button', { name: 'Find the next match' }).hover();
	await expect.element(page.getByRole('tooltip', { name: 'Next (Ctrl M)' })).toBeVisible();
	openBar('goto');
	await expect.element(page.getByRole('option', { name: 'Find a match… Ctrl M' })).toBeVisible();
	await expect.element(page.getByRole('option', { name: 'Next error', exact: true })).toBeVisible();
});
