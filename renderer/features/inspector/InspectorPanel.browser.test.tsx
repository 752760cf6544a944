import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { WindowMenu } from '../../app/shell/WindowMenu.tsx';
import { setSession } from '../../app/state/host/session.ts';
import { closeContextMenu } from '../../app/state/window/context-menu.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { InspectorPanel } from './InspectorPanel.tsx';
import '../../ui/tokens.css';
import '../../ui/base.css';

const ROW = { n: 0, time: 1_700_000_000_000_000_000n, endpoint: 'echo', connection: 3, text: '' } as const;
const PAYLOAD = new TextEncoder().encode('hello');
const ROWS: readonly CaptureRow[] = [
	{ ...ROW, kind: 'end', direction: 'in', length: 0, preview: new Uint8Array(0) },
	{ ...ROW, n: 1, kind: 'data', direction: 'in', length: PAYLOAD.length, preview: PAYLOAD },
	{
		...ROW,
		n: 2,
		connection: 0,
		kind: 'error',
		direction: 'none',
		endpointKind: 'tcp-client',
		length: 0,
		preview: new Uint8Array(0),
		text: 'ECONNREFUSED (111): Nothing listens on 127.0.0.1:9: it refused.',
		says: { code: 'ECONNREFUSED', params: { verb: 'connect to', target: '127.0.0.1:9' } },
	},
];
let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	host.rows = ({ from, count }) => ({ rows: ROWS.slice(from, from + count), stored: ROWS.length });
	setSession(host.session);
	await render(
		<div style={{ display: 'flex', width: 500, height: 600 }}>
			<InspectorPanel />
			<WindowMenu />
		</div>,
		{ wrapper: TooltipProvider },
	);
});

afterEach(async () => {
	closeContextMenu();
	useSelection.getState().selectEvent(undefined);
	await showLanguage('en');
	host.close();
});

test('speaks Chinese: events, payloads, the search and the menu', async () => {
	await showLanguage('zh-Hans');
	await expect.element(page.getByText('未选择事件')).toBeVisible();
	useSelection.getState().selectEvent(0);
	await expect.element(page.getByText(/^对端已发送 FIN/)).toBeVisible();
	expect(latinTexts(document.body, ['echo', 'FIN'])).toEqual([]);
	useSelection.getState().selectEvent(1);
	await expect.element(page.getByText('5 字节：拖动，或用 Shift 和方向键选择')).toBeVisible();
	await userEvent.click(page.getByRole('region', { name: '检查器' }));
	await userEvent.keyboard('{Control>}f{/Control}');
	await expect.element(page.getByRole('textbox', { name: '在字节中查找' })).toHaveFocus();
	await page.getByRole('textbox', { name: '转到偏移' }).fill('99');
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByRole('alert')).toHaveTextContent('最后一个偏移是 4（0x4）。');
	expect(latinTexts(document.body, ['echo', 'hello', 'Shift', 'Ctrl', 'GBK'])).toEqual([]);
	await page.getByRole('tab', { name: '文本' }).click();
	await expect.element(page.getByRole('checkbox', { name: '自动换行' })).toBeVisible();
});

test('shows an error of a capture in the language of the page, with what to check', async () => {
	useSelection.getState().selectEvent(2);
	await expect.element(page.getByText('ECONNREFUSED (111): Nothing listens on 127.0.0.1:9: it refused.')).toBeVisible();
	await expect.element(page.getByText(/^Check that the server is running there/)).toBeVisible();
	await showLanguage('zh-Hans');
	await expect.element(page.getByText('ECONNREFUSED (111): 没有程序在监听 127.0.0.1:9：连接被拒绝。')).toBeVisible();
	await expect.element(page.getByText(/^请检查服务器是否在那里运行/)).toBeVisible();
});
