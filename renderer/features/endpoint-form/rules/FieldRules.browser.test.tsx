import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { fromSnapshot, useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { setSession } from '../../../app/state/host/session.ts';
import { useStructures } from '../../../app/state/templates/structures.ts';
import { endpointState, type FakeHost, fakeHost } from '../../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../../ui/Tooltip.tsx';
import { showLanguage } from '../../../words/index.ts';
import { RulesDialog } from '../dialogs/RulesDialog.tsx';

const METER = {
	structure: 1,
	id: 'meter',
	title: 'Meter',
	fields: [
		{ name: 'command', type: 'u8', enum: 'Command' },
		{ name: 'sequence', type: 'u16' },
		{ name: 'sum', type: 'checksum', algorithm: 'xor' },
	],
	enums: { Command: { 65: 'read', 66: 'value' } },
};

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
	useStructures.setState({ structures: [METER] });
	const config = endpointConfigSchema.parse({
		kind: 'tcp-server',
		name: 's',
		host: '127.0.0.1',
		port: 0,
		responder: { rules: [{ match: { type: 'any' } }] },
	});
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('s', { config })], connections: [] }));
});

afterEach(async () => {
	host.close();
	useStructures.setState(useStructures.getInitialState(), true);
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	await showLanguage('en');
});

test('a rule matches by fields with completions, replies with values of the request, and its trial shows the fields', async () => {
	await render(<RulesDialog id="s" />, { wrapper: TooltipProvider });
	await page.getByLabelText('When').selectOptions('fields');
	await page.getByLabelText('Rule 1: structure').selectOptions('meter');
	const condition = page.getByRole('textbox', { name: 'Condition over the fields' });
	await condition.click();
	await userEvent.keyboard('seq');
	// By mouse: Enter takes no completion that has only just appeared, as it may be meant for the line.
	await page.getByRole('option', { name: /sequence/ }).click();
	await expect.element(condition).toHaveTextContent('sequence');
	await userEvent.keyboard(' > 2 and comand == 65');
	await page.getByRole('button', { name: /Use these answers/ }).click();
	await expect.element(page.getByText(/Did you mean command\?/).first()).toBeVisible();
	await condition.fill('sequence > 2 and command == Command::read');
	await page.getByLabelText('Rule 1: reply written as').selectOptions('fields');
	await page.getByLabelText('Rule 1: structure').nth(1).selectOptions('meter');
	await page.getByRole('group', { name: 'Rule 1: values' }).getByLabelText('command').selectOptions('value');
	await page.getByRole('group', { name: 'Rule 1: values' }).getByLabelText('sequence').fill('=sequence + 1');
	await page.getByLabelText('Message to try').fill('ABBA');
	await expect.element(page.getByText('Rule 1 answers')).toBeVisible();
	await expect.element(page.getByText('42 42 43 43')).toBeVisible();
	await expect.element(page.getByRole('treeitem', { name: /sequence 16962/ })).toBeVisible();
	await page.getByRole('button', { name: /Use these answers/ }).click();
	const sent = () => host.calls.find(({ name }) => name === 'endpointSetResponder')?.input;
	await expect.poll(sent, { timeout: 3000 }).toMatchObject({
		id: 's',
		responder: {
			rules: [
				{
					match: { type: 'fields', structure: 'meter', condition: 'sequence > 2 and command == Command::read' },
					compose: { structure: 'meter', values: { command: 'value', sequence: { '=': 'sequence + 1' } } },
				},
			],
		},
	});
});
