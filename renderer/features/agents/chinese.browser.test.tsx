import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { setSession } from '../../app/state/host/session.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { AgentCallsDialog } from './AgentCallsDialog.tsx';

let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	await showLanguage('zh-Hans');
});

afterEach(async () => {
	host.close();
	await showLanguage('en');
});

test('the calls of agents are shown in Chinese', async () => {
	const { container } = await render(<AgentCallsDialog />, { wrapper: TooltipProvider });
	await expect.element(page.getByText(/^还没有智能体/)).toBeVisible();
	expect(latinTexts(container, ['wirebench mcp'])).toEqual([]);
});
