import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ENDPOINT_KINDS, endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { useForms } from '../../../features/endpoint-form/index.ts';
import { TooltipProvider } from '../../../ui/Tooltip.tsx';
import { fromSnapshot, useWorkbench } from '../../state/endpoints/workbench.ts';
import { setSession } from '../../state/host/session.ts';
import { endpointState, type FakeHost, fakeHost } from '../../testing/host.fixture.ts';
import { EndpointDialog } from './EndpointDialog.tsx';

let host: FakeHost;
const search = page.getByRole('combobox', { name: 'Search' });
const create = page.getByRole('button', { name: 'Create', exact: true });
const inputs = (call: string) => host.calls.filter(({ name }) => name === call).map(({ input }) => input);
const created = () => inputs('endpointCreate');
const taken = () => inputs('workspaceTakeParts');

const open = () => render(<EndpointDialog edit={undefined} />, { wrapper: TooltipProvider });

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
	useForms.setState(useForms.getInitialState(), true);
});

afterEach(() => host.close());

test('text typed right after the dialog has opened is entered in the search field', async () => {
	await open();
	await userEvent.keyboard('upper-echo');
	await expect.element(search).toHaveValue('upper-echo');
});

test('an invalid port is reported once its field was left, then while typing, and creates no endpoint', async () => {
	await open();
	await page.getByRole('option', { name: /^TCP server/ }).click();
	const port = page.getByLabelText('Port', { exact: true });
	await port.fill('99999');
	await expect.element(port).not.toHaveAttribute('aria-invalid');
	await userEvent.keyboard('{Tab}');
	await expect.element(port).toHaveAttribute('aria-invalid', 'true');
	await expect.element(port).toHaveAccessibleDescription('A port is a whole number from 0 to 65535.');
	await port.fill('9000');
	await expect.element(port).not.toHaveAttribute('aria-invalid');
	await port.fill('99999');
	await expect.element(port).toHaveAttribute('aria-invalid', 'true');
	await create.click();
	await expect.element(port).toHaveFocus();
	expect(created()).toEqual([]);
	await port.fill('0');
	await expect.element(port).not.toHaveAttribute('aria-invalid');
	await create.click();
	await expect.poll(created).toMatchObject([{ config: { kind: 'tcp-server', port: 0 } }]);
});

test('an error in a rule is shown at its field', async () => {
	await open();
	await page.getByRole('option', { name: /^TCP server/ }).click();
	await page.getByRole('button', { name: 'Add rule' }).click();
	const rule = page.getByRole('listitem', { name: 'Rule 1' });
	await rule.getByLabelText('When').selectOptions('it equals');
	await rule.getByLabelText('Pattern: written as').selectOptions('hex');
	const pattern = rule.getByLabelText('Pattern', { exact: true });
	await pattern.fill('0d 0g');
	await userEvent.keyboard('{Tab}');
	await expect.element(pattern).toHaveAccessibleDescription(/character 5/);
	await pattern.fill('0d 0a');
	await expect.element(pattern).not.toHaveAttribute('aria-invalid');
});

test('a port that another program has is not offered, and a name that follows it is the next one', async () => {
	host.freePort = ({ port }) => ({ port: port + 7 });
	await open();
	await page.getByRole('option', { name: /^TCP server/ }).click();
	await expect.element(page.getByLabelText('Port', { exact: true })).toHaveValue('9007');
	await expect.element(page.getByLabelText('Name', { exact: true })).toHaveValue('server :9007');
});

test('Ctrl Enter starts an entry of the gallery as it is', async () => {
	await open();
	await userEvent.keyboard('class-tcp{Control>}{Enter}{/Control}');
	await expect.poll(created).toMatchObject([{ config: { kind: 'tcp-server', name: 'class-tcp' } }]);
	await expect.poll(() => inputs('endpointStart')).toHaveLength(1);
});

test('a client of an endpoint that requires TLS has it on, and says why; a port that is known for it is a hint', async () => {
	const config = endpointConfigSchema.parse({ kind: 'tcp-server', name: 'vault', port: 9443, tls: {} });
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('vault', { config })], connections: [] }));
	await open();
	await userEvent.keyboard('tcp client{Enter}');
	const encrypts = page.getByRole('checkbox', { name: 'Encrypt with TLS' });
	const port = page.getByLabelText('Port', { exact: true });
	await expect.element(encrypts).not.toBeChecked();
	await port.fill('8883');
	await expect.element(page.getByText('Port 8883 is usually MQTT over TLS.')).toBeVisible();
	await expect.element(encrypts).not.toBeChecked();
	await port.fill('9443');
	await expect.element(encrypts).toBeChecked();
	await expect.element(page.getByText('vault speaks TLS.')).toBeVisible();
	await expect.element(page.getByLabelText('Name', { exact: true })).toHaveValue('to vault');
	useWorkbench.setState(useWorkbench.getInitialState(), true);
});

test('Escape keeps the typed text, and the next dialog offers it', async () => {
	const first = await open();
	await userEvent.keyboard('udp socket{Enter}');
	await page.getByLabelText('Name', { exact: true }).fill('half');
	await userEvent.keyboard('{Escape}');
	await first.unmount();
	await open();
	await expect.element(search).toHaveFocus();
	await expect.element(page.getByText('half was left unfinished.')).toBeVisible();
	await page.getByRole('button', { name: 'Continue with it' }).click();
	await expect.element(page.getByLabelText('Name', { exact: true })).toHaveValue('half');
});

test('a pasted command line shows what it makes and what is left out, and Enter creates it', async () => {
	await open();
	await search.fill("curl -u ann:secret -d 'a=1' http://127.0.0.1:8080/items");
	const made = page.getByRole('region', { name: 'Made of the command line' });
	await expect.element(made.getByText(/^TCP client: curl 127.0.0.1:8080/)).toBeVisible();
	await expect.element(made.getByText(/^Saved payload: .*POST \/items/)).toBeVisible();
	await expect.element(made.getByText(/password of --user/)).toBeVisible();
	expect(taken()).toEqual([]);
	await search.click();
	await userEvent.keyboard('{Enter}');
	const parts = [{ kind: 'endpoints' }, { kind: 'payloads' }];
	await expect.poll(taken).toMatchObject([{ from: { text: expect.stringContaining('"port": 8080') }, parts }]);
	expect(JSON.stringify(taken())).not.toContain('secret');
	expect(created()).toEqual([]);
});

test('a command line of several lines is one command; one that makes nothing offers no button', async () => {
	await open();
	await expect.element(search).toHaveFocus();
	const clipboardData = new DataTransfer();
	clipboardData.setData('text/plain', 'nc \\\n  -l \\\n  -p 9000\n');
	search.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	await expect.element(page.getByText(/^TCP server: nc -l/)).toBeVisible();
	await search.fill('nc -u');
	await expect.element(page.getByText('nc: it has no address: it was left out.')).toBeVisible();
	await expect.element(page.getByRole('button', { name: 'Create from the command line' })).not.toBeInTheDocument();
	await search.fill('ncurses');
	await expect.element(page.getByText('Nothing has all of these words.')).toBeVisible();
});

test.each(ENDPOINT_KINDS)('the form of a blank %s creates a valid config', async (kind) => {
	await open();
	await search.fill(kind);
	await userEvent.keyboard('{Enter}');
	await expect.element(create).toBeVisible();
	await create.click();
	await expect.poll(created).toHaveLength(1);
	const [input] = created();
	expect(input).toMatchObject({ config: { kind } });
	expect(input).toEqual({ config: endpointConfigSchema.parse(Reflect.get(Object(input), 'config')) });
});

test('a rule that answers with what a group captured is tried before it runs: in six clicks, or in twenty keys', async () => {
	const reply = page.getByRole('textbox', { name: 'Rule 1: reply' });
	const trial = page.getByRole('textbox', { name: 'Message to try' });
	const rules = () => created().map((input) => JSON.stringify(input).includes('"pattern":"^hi (\\\\w+)"'));
	// The first click is New, which opens the dialog.
	let clicks = 1;
	const click = async (locator: Locator) => {
		clicks += 1;
		await locator.click();
	};
	const shown = await open();
	await click(page.getByRole('option', { name: /^TCP server/ }));
	await click(page.getByRole('button', { name: 'Add regex rule' }));
	await userEvent.keyboard('^hi (\\w+)');
	await click(reply);
	await userEvent.keyboard('Hello, {{{{1}}!');
	await click(trial);
	await userEvent.keyboard('hi Ann');
	await expect.element(page.getByText('Rule 1 answers')).toBeVisible();
	await expect.element(page.getByText('{{1}} is Ann')).toBeVisible();
	await expect.element(page.getByText('48 65 6c 6c 6f 2c 20 41 6e 6e 21')).toBeVisible();
	expect(created()).toEqual([]);
	await click(page.getByRole('button', { name: 'Create and start' }));
	await expect.poll(rules).toEqual([true]);
	expect(clicks).toBeLessThanOrEqual(6);
	await shown.unmount();

	// The first key is Alt N.
	let keys = 1;
	const press = async (key: string) => {
		keys += 1;
		await userEvent.keyboard(key);
	};
	const tabTo = async (locator: Locator) => {
		while (keys < 40 && document.activeElement !== locator.element()) await press('{Tab}');
	};
	await open();
	await userEvent.keyboard('tcp server');
	await press('{Enter}');
	await expect.element(page.getByLabelText('Name', { exact: true })).toBeVisible();
	await press('{Alt>}r{/Alt}');
	await userEvent.keyboard('^hi (\\w+)');
	await tabTo(reply);
	await userEvent.keyboard('Hello, {{{{1}}!');
	await tabTo(trial);
	await userEvent.keyboard('hi Ann');
	await expect.element(page.getByText('{{1}} is Ann')).toBeVisible();
	await press('{Control>}{Enter}{/Control}');
	await expect.poll(rules).toEqual([true, true]);
	expect(keys).toBeLessThanOrEqual(20);
});
