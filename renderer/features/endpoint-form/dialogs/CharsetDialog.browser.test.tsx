import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { setSession } from '../../../app/state/host/session.ts';
import { endpointState, type FakeHost, fakeHost } from '../../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../../ui/Tooltip.tsx';
import { showLanguage } from '../../../words/index.ts';
import { CharsetDialog } from './CharsetDialog.tsx';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
	const made = endpointState('shop', { status: 'open' });
	useWorkbench.setState({ endpoints: new Map([['shop', { ...made, config: { ...made.config, charset: 'gb2312' } }]]) });
});

afterEach(async () => {
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	await showLanguage('en');
	host.close();
});

test('shows the charset of a running endpoint, and sets what is used', async () => {
	await render(<CharsetDialog id="shop" />, { wrapper: TooltipProvider });
	await expect.element(page.getByRole('dialog', { name: 'Charset of shop' })).toBeVisible();
	await page.getByRole('button', { name: 'Use this charset' }).click();
	await expect
		.poll(() => host.calls)
		.toContainEqual({ name: 'endpointSetCharset', input: { id: 'shop', charset: 'gbk' } });
});

test('speaks Chinese', async () => {
	await showLanguage('zh-Hant');
	await render(<CharsetDialog id="shop" />, { wrapper: TooltipProvider });
	await expect.element(page.getByRole('dialog', { name: 'shop 的字元集' })).toBeVisible();
	await expect.element(page.getByRole('button', { name: '使用此字元集' })).toBeVisible();
});
