import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { savedPayloadSchema } from '../../../common/payload/saved.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useNames } from '../../app/state/templates/names.ts';
import { usePayloads } from '../../app/state/templates/payloads.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { VariablesDialog } from './VariablesDialog.tsx';

let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	useNames.setState({ variables: { who: 'Ann', whom: 'Bob' } });
	usePayloads.setState({
		payloads: [savedPayloadSchema.parse({ name: 'hello', format: 'text', text: 'hello {{ var who }}' })],
	});
	await render(<VariablesDialog />, { wrapper: TooltipProvider });
});

afterEach(() => {
	host.close();
	useNames.setState(useNames.getInitialState(), true);
	usePayloads.setState(usePayloads.getInitialState(), true);
});

const stored = () => host.calls.filter(({ name }) => name === 'variablesSet').map(({ input }) => input);

test('variables are added, changed and removed in one step, and what another window did meanwhile stays', async () => {
	await expect.element(page.getByText('Used by hello', { exact: true })).toBeVisible();
	await page.getByLabelText('Value 1').fill('Anna');
	await page.getByRole('button', { name: 'Remove whom' }).click();
	await page.getByRole('button', { name: 'Add a variable' }).click();
	await page.getByLabelText('Name 2').fill('place');
	await page.getByLabelText('Value 2').fill('here');
	useNames.setState({ variables: { who: 'Ann', whom: 'Bob', theirs: 'new' } });
	await userEvent.keyboard('{Enter}');
	await expect.poll(stored).toEqual([{ variables: { who: 'Anna', theirs: 'new', place: 'here' } }]);
});

test('a name that cannot be one is reported at its field, and nothing is stored', async () => {
	await page.getByLabelText('Name 2').fill('2x');
	await expect.element(page.getByText(/^A name is a letter, then up to 63/)).toBeVisible();
	await expect.element(page.getByLabelText('Name 2')).toHaveAttribute('aria-invalid', 'true');
	await page.getByLabelText('Name 2').fill('who');
	await expect.element(page.getByText('The name who is used twice.')).toBeVisible();
	await expect.element(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
	await userEvent.keyboard('{Enter}');
	expect(stored()).toEqual([]);
});
