import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { setSession } from '../../app/state/host/session.ts';
import type { ComparedMessage } from '../../app/state/window/compared.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { CompareConnectionsDialog } from './connections/CompareConnectionsDialog.tsx';
import '../../ui/tokens.css';
import '../../ui/base.css';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
});

afterEach(async () => {
	host.close();
	await showLanguage('en');
});

const dialog = () => page.getByRole('dialog').element();

test('two messages are compared in Chinese', async () => {
	await showLanguage('zh-Hant');
	const row = { n: 4, time: 0n, length: 0, endpoint: '回顯', connection: 2, direction: 'in' } as const;
	const message: ComparedMessage = { row, part: { number: 3, at: 0, offset: 0, framed: true } };
	await render(<CompareDialog a={message} b={undefined} />, { wrapper: TooltipProvider });
	await expect.element(page.getByText('事件 5：回顯 #2 ← 收，訊息 3，0 位元組')).toBeVisible();
	await expect.element(page.getByText('這一方沒有對應的訊息')).toBeVisible();
	await expect.element(page.getByText('兩則訊息都為空')).toBeVisible();
	expect(latinTexts(dialog(), ['Date: .*'])).toEqual([]);
});

test('connections are chosen and compared in Chinese', async () => {
	await showLanguage('zh-Hans');
	const side = { capture: undefined, connection: undefined };
	await render(<CompareConnectionsDialog a={side} b={side} />, { wrapper: TooltipProvider });
	await expect.element(page.getByText('两方相同：请选择另一个抓包记录，或两个连接。')).toBeVisible();
	await page
		.getByRole('textbox', { name: '第一方的连接' })
		.or(page.getByRole('combobox', { name: '第一方的连接' }))
		.fill('1');
	await expect.element(page.getByText('请在两方都选择连接，或都不选择以比较全部。')).toBeVisible();
	expect(latinTexts(dialog(), ['Date: .*'])).toEqual([]);
	await page
		.getByRole('textbox', { name: '第二方的连接' })
		.or(page.getByRole('combobox', { name: '第二方的连接' }))
		.fill('2');
	await expect.element(page.getByText(/^比较失败：/)).toBeVisible();
});
