import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { startEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { useEnvironmentQuestion } from '../../app/state/host/environment-question.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useToasts } from '../../app/state/window/toasts.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { EnvironmentDialog } from './EnvironmentDialog.tsx';

const USES = [
	{ variable: 'TOKEN', by: 'endpoint client', to: '192.0.2.1:80' },
	{ variable: 'OTHER', by: 'payload login', to: 'wherever it is sent' },
];

let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	host.start = (id) => {
		if (calls('workspaceAllowEnvironment').length > 0) return endpointState(id);
		throw new WirebenchError('unconfirmed', 'client uses environment variables that nobody has allowed: TOKEN.', {
			environment: USES,
		});
	};
	await render(<EnvironmentDialog />, { wrapper: TooltipProvider });
});

afterEach(() => {
	host.close();
	useToasts.setState(useToasts.getInitialState(), true);
	useEnvironmentQuestion.setState({ asked: undefined });
});

const calls = (wanted: string) => host.calls.filter(({ name }) => name === wanted).map(({ input }) => input);

test('it asks which variables go where; allowed, the call is made again', async () => {
	const started = startEndpoint('c');
	const dialog = page.getByRole('dialog', { name: 'Allow environment variables?' });
	await expect.element(dialog.getByRole('row', { name: 'TOKEN endpoint client 192.0.2.1:80' })).toBeVisible();
	await expect.element(dialog.getByRole('row', { name: 'OTHER payload login wherever it is sent' })).toBeVisible();
	await expect.element(dialog.getByText(/nobody has allowed: TOKEN/)).toBeVisible();
	await dialog.getByRole('button', { name: 'Allow for this file' }).click();
	await started;
	expect(calls('workspaceAllowEnvironment')).toEqual([{ uses: USES }]);
	expect(calls('endpointStart')).toHaveLength(2);
	await expect.element(dialog).not.toBeInTheDocument();
	expect(useToasts.getState().toasts).toEqual([]);
});

test.each(['Enter', 'Escape'])('%s cancels: nothing is allowed, and the window says what was not done', async (key) => {
	const started = startEndpoint('c');
	await expect.element(page.getByRole('button', { name: 'Cancel' })).toHaveFocus();
	await userEvent.keyboard(`{${key}}`);
	await started;
	expect(calls('workspaceAllowEnvironment')).toEqual([]);
	expect(calls('endpointStart')).toHaveLength(1);
	expect(useToasts.getState().toasts).toMatchObject([{ title: 'The endpoint was not started' }]);
});
