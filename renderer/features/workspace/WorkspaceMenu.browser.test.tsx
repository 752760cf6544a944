import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { setSession } from '../../app/state/host/session.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';

let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	useWorkspace.setState({ title: 'lab', untitled: false });
	await render(<WorkspaceMenu />, { wrapper: TooltipProvider });
});

afterEach(() => {
	host.close();
	useWorkspace.setState(useWorkspace.getInitialState(), true);
});

test('a switch, off at first, starts what ran when this workspace opens', async () => {
	const chosen = () => host.calls.filter(({ name }) => name === 'workspaceKeepStartRan').map(({ input }) => input);
	const item = page.getByRole('menuitemcheckbox', { name: 'Start what ran when this workspace opens' });
	await page.getByRole('button', { name: 'Workspace: lab' }).click();
	await expect.element(item).not.toBeChecked();
	await item.click();
	await expect.poll(chosen).toEqual([{ on: true }]);
	useWorkspace.setState({ startRan: true });
	await page.getByRole('button', { name: 'Workspace: lab' }).click();
	await expect.element(item).toBeChecked();
	await item.click();
	await expect.poll(chosen).toEqual([{ on: true }, { on: false }]);
});
