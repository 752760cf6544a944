import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { setSession } from '../../app/state/host/session.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { ConversationPanel } from './ConversationPanel.tsx';
import { useConversation } from './state/store.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
});

afterEach(async () => {
	host.close();
	useConversation.setState(useConversation.getInitialState(), true);
	await showLanguage('en');
});

/** The choice of the centre's view is no part of this feature. */
const untranslated = (part: Element) =>
	latinTexts(part, ['View of the traffic', 'Log', 'Conversation', 'Sequence diagram']);

test('speaks Chinese: its tools, the search and what it says without data', async () => {
	await showLanguage('zh-Hans');
	const { container } = await render(<ConversationPanel />, { wrapper: TooltipProvider });
	await expect.element(page.getByRole('button', { name: '选择连接' })).toBeVisible();
	await expect.element(page.getByText('还没有任何收发')).toBeVisible();
	await page.getByRole('button', { name: '选择连接' }).click();
	await expect.element(page.getByText('抓包记录中还没有连接')).toBeVisible();
	expect(untranslated(container)).toEqual([]);
	await userEvent.keyboard('{Escape}');
	useConversation.setState({ connection: 3, finding: true, mode: 'boundaries', pair: 4 });
	await expect.element(page.getByRole('listbox', { name: '数据块与消息' })).toBeInTheDocument();
	await expect.element(page.getByRole('textbox', { name: '在会话中查找' })).toHaveFocus();
	await expect.element(page.getByText('0 个事件，0 字节，0 条消息')).toBeVisible();
	expect(untranslated(container)).toEqual([]);
	useConversation.setState({ mode: 'parts' });
	await expect.element(page.getByText('没有头部：还没有空行')).toBeVisible();
	expect(untranslated(container)).toEqual([]);
});
