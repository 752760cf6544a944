import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { StoredCapture } from '../../../common/contract/calls/library.ts';
import { setSession } from '../../app/state/host/session.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { CapturesDialog } from './CapturesDialog.tsx';
import { useLibrary } from './store.ts';

let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	await showLanguage('zh-Hans');
});

afterEach(async () => {
	host.close();
	useLibrary.setState(useLibrary.getInitialState(), true);
	await showLanguage('en');
});

test('the captures are listed in Chinese, in every state', async () => {
	const { container } = await render(<CapturesDialog />, { wrapper: TooltipProvider });
	await expect.element(page.getByText('没有抓包记录')).toBeVisible();
	expect(latinTexts(container, [useLibrary.getState().library?.folder ?? '', 'GiB'])).toEqual([]);
	const states: StoredCapture['state'][] = ['live', 'written', 'closed', 'unclosed', 'unreadable'];
	const captures = states.map((state) => ({ folder: `/${state}`, state, size: 10, events: 1, endpoints: [] }));
	const limits = { segmentMiB: 256, keepGiB: 10 };
	useLibrary.setState({ library: { folder: '/', captures, limits, looking: { done: 1, total: 2 } } });
	await expect.element(page.getByRole('grid', { name: '抓包记录' })).toBeVisible();
	await expect.element(page.getByText(/^5 个抓包记录，50 B，正在查找：1 \/ 2$/)).toBeVisible();
	expect(latinTexts(container, [...states.map((state) => `/${state}`), 'GiB'])).toEqual([]);
});
