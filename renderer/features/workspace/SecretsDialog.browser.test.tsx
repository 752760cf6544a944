import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { setSession } from '../../app/state/host/session.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { SecretsDialog } from './SecretsDialog.tsx';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
});

afterEach(() => {
	host.close();
	useWorkspace.setState(useWorkspace.getInitialState(), true);
});

test('what an endpoint and the connections of a test lack is typed and kept; an empty field stays missing', async () => {
	const what = 'the passphrase of its private key';
	const path = 'tls.identity.passphrase' as const;
	const place = { name: 'read', folder: 'modbus' };
	useWorkspace.setState({
		missing: [
			{ endpoint: 'e1', path, what },
			{ test: { ...place, connection: 'client' }, path, what },
			{ test: { ...place, connection: 'server' }, path, what },
		],
	});
	await render(<SecretsDialog />, { wrapper: TooltipProvider });
	await page.getByLabelText(`e1: ${what}`).fill('of the endpoint');
	await page.getByLabelText(`Test modbus/read, connection server: ${what}`).fill('of the server');
	await userEvent.keyboard('{Enter}');
	await expect
		.poll(() => host.calls.filter(({ name }) => /Secret$/.test(name)))
		.toEqual([
			{ name: 'workspaceSecret', input: { id: 'e1', path, text: 'of the endpoint' } },
			{ name: 'testSecret', input: { ...place, connection: 'server', path, text: 'of the server' } },
		]);
});
