import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { fromSnapshot, useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useNames } from '../../app/state/templates/names.ts';
import { takePayloads } from '../../app/state/templates/payloads.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { ComposerPanel } from './ComposerPanel.tsx';
import { useHistory } from './history/history-store.ts';
import { useComposer } from './store.ts';

const message = page.getByRole('textbox', { name: 'Message' });
let host: FakeHost;

/** A UDP socket with a remote: it can send at once. */
const config = endpointConfigSchema.parse({
	kind: 'udp',
	name: 'sock',
	port: 0,
	remote: { host: '127.0.0.1', port: 9999 },
});

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	useComposer.setState(useComposer.getInitialState(), true);
	useHistory.setState(useHistory.getInitialState(), true);
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('a', { config, status: 'open' })], connections: [] }));
	useSelection.getState().selectEndpoint('a');
	await render(<ComposerPanel />, { wrapper: TooltipProvider });
	await message.click();
});

afterEach(() => host.close());

const sent = () => {
	const inputs = host.calls.filter(({ name }) => name === 'send').map(({ input }) => input);
	return inputs.map((input) =>
		typeof input === 'object' && input !== null && 'bytes' in input && input.bytes instanceof Uint8Array
			? new TextDecoder().decode(input.bytes)
			: '',
	);
};

test('a pasted request is sent with its line ends, and again from the history', async () => {
	const request = 'GET / HTTP/1.0\r\n\r\n';
	await navigator.clipboard.writeText(request);
	await userEvent.keyboard('{Control>}v{/Control}');
	await expect.element(message).toHaveValue('GET / HTTP/1.0␍\n␍\n');
	await expect.element(page.getByText(/^will send 18 bytes/)).toBeVisible();
	await userEvent.keyboard('{Enter}');
	await expect.poll(sent).toEqual([request]);
	await userEvent.keyboard('other{ArrowUp}');
	await expect.element(message).toHaveValue('GET / HTTP/1.0␍\n␍\n');
	await userEvent.keyboard('{Enter}');
	await expect.poll(sent).toEqual([request, request]);
});

test('reports where hex is wrong, moves the caret there, and shows the bytes to send', async () => {
	await userEvent.click(page.getByRole('radio', { name: 'Hex' }));
	await message.fill('68 65\n6c 6g');
	await expect.element(page.getByText('Line 2, column 5: Expected a hexadecimal digit, not “g”.')).toBeVisible();
	await expect.element(message).toHaveAttribute('aria-invalid', 'true');
	await userEvent.keyboard('{Enter}');
	await userEvent.click(page.getByRole('button', { name: 'Go to line 2, column 5' }));
	await userEvent.keyboard('c');
	await expect.element(message).toHaveValue('68 65\n6c 6c');
	await expect.element(page.getByText('will send 4 bytes: 68 65 6c 6c')).toBeVisible();
	expect(sent()).toEqual([]);
});

test('a dump of another program is parsed to its bytes', async () => {
	await userEvent.click(page.getByRole('radio', { name: 'Hex' }));
	await navigator.clipboard.writeText('00000000: 3132 2033 340d 0a                        12 34..\r\n');
	await message.click();
	await userEvent.keyboard('{Control>}v{/Control}');
	await expect.element(page.getByText('will send 7 bytes: 31 32 20 33 34 0d 0a')).toBeVisible();
	await userEvent.keyboard('{Enter}');
	await expect.poll(sent).toEqual(['12 34\r\n']);
});

test('an invalid escape is reported with its place, and a line end is appended once', async () => {
	await userEvent.click(page.getByRole('radio', { name: 'Escaped' }));
	await message.fill('a\\q');
	await expect.element(page.getByText(/^Column 2: There is no escape/)).toBeVisible();
	await userEvent.click(page.getByRole('radio', { name: 'Text' }));
	await page.getByRole('combobox', { name: 'Line end' }).selectOptions('CRLF');
	await message.fill('half a thought');
	await expect.element(page.getByText(/^will send 16 bytes/)).toBeVisible();
});

test('a template shows the bytes that will go, an unknown name at its place, and is filled in by the host', async () => {
	await message.fill('n={{counter}}');
	await expect.element(page.getByText('{{ }} is sent as it stands.')).toBeVisible();
	await userEvent.click(page.getByRole('button', { name: 'Fill it in' }));
	await expect.element(page.getByText('will send 3 bytes: 6e 3d 31')).toBeVisible();
	useWorkbench.setState(
		fromSnapshot({
			endpoints: [endpointState('a', { config, status: 'open', counters: { ' 1 1': 41 } })],
			connections: [],
		}),
	);
	await expect.element(page.getByText('will send 4 bytes: 6e 3d 34 32')).toBeVisible();
	await message.fill('n={{count}}');
	await expect.element(page.getByText(/^Column 5: There is no \{\{count\}\}/)).toBeVisible();
	await userEvent.keyboard('{Enter}');
	await message.fill('{{counter}} {{env HOME}}');
	await expect.element(page.getByText(/^will send 11 bytes/)).toBeVisible();
	await userEvent.keyboard('{Enter}');
	await expect
		.poll(() => host.calls.filter(({ name }) => name === 'sendTemplate').map(({ input }) => input))
		.toMatchObject([
			{ endpoint: 'a', message: { format: 'text', text: '{{counter}} {{env HOME}}', lineEnding: 'none' } },
		]);
	expect(sent()).toEqual([]);
});

test('the history is searched, and what it finds comes back as it was written', async () => {
	for (const text of ['first', 'second', 'third {{"}}"}}']) {
		await message.fill(text);
		await userEvent.keyboard('{Enter}');
	}
	await userEvent.click(page.getByRole('button', { name: 'History' }));
	await userEvent.keyboard('SEC{Enter}');
	await expect.element(message).toHaveValue('second');
	await expect.element(message).toHaveFocus();
	await expect.element(page.getByRole('searchbox')).not.toBeInTheDocument();
});

test('a saved payload is sent by its button and by its key, and can be saved, edited and put into the composer', async () => {
	await message.fill('n={{"{{"}}');
	await userEvent.click(page.getByRole('button', { name: 'Template' }));
	await userEvent.click(page.getByRole('button', { name: 'Save', exact: true }));
	await page.getByRole('textbox', { name: 'Name' }).fill('greeting');
	await page.getByRole('textbox', { name: 'Folder' }).fill('first');
	await userEvent.keyboard('{Enter}');
	const payload = {
		name: 'greeting',
		folder: 'first',
		format: 'text',
		text: 'n={{"{{"}}',
		charset: 'utf-8',
		lineEnding: 'none',
		checksums: [],
		template: true,
		shortcut: 1,
	} as const;
	const saves = () => host.calls.filter(({ name }) => name === 'payloadSave').map(({ input }) => input);
	await expect.poll(saves).toEqual([{ payload }]);
	takePayloads({ payloads: [{ ...payload, checksums: [] }], variables: {}, filters: [], colours: [] });
	await userEvent.click(page.getByRole('button', { name: 'greeting Alt 1' }));
	await userEvent.keyboard('{Alt>}1{/Alt}');
	const templates = () => host.calls.filter(({ name }) => name === 'sendTemplate').length;
	await expect.poll(templates).toBe(2);
	await message.fill('other');
	await userEvent.click(page.getByRole('button', { name: 'More about greeting' }));
	await userEvent.click(page.getByRole('menuitem', { name: 'Put into the composer' }));
	await expect.element(message).toHaveValue('n={{"{{"}}');
	await userEvent.click(page.getByRole('button', { name: 'More about greeting' }));
	await userEvent.click(page.getByRole('menuitem', { name: 'Rename, folder, key…' }));
	await page.getByRole('textbox', { name: 'Name' }).fill('hello');
	await userEvent.keyboard('{Enter}');
	await expect
		.poll(saves)
		.toEqual([
			{ payload },
			{ payload: { ...payload, name: 'hello' }, replaces: { name: 'greeting', folder: 'first' } },
		]);
	takePayloads({ payloads: [], variables: {}, filters: [], colours: [] });
});

test('payloads with one name in two folders: each is sent with the environment it names, and edited with its own folder', async () => {
	const payload = {
		name: 'home',
		format: 'text',
		text: '{{env MY_HOME}}',
		charset: 'utf-8',
		lineEnding: 'none',
		template: true,
	} as const;
	const payloads = ['first', 'second'].map((folder) => ({ ...payload, folder, checksums: [] }));
	takePayloads({ payloads, variables: {}, filters: [], colours: [] });
	await expect.poll(() => useNames.getState().environment).toMatchObject({ MY_HOME: '/home/me' });
	const sends = page.getByRole('button', { name: 'home', exact: true });
	await userEvent.click(sends.first());
	await expect.poll(() => host.calls.filter(({ name }) => name === 'sendTemplate').length).toBe(1);
	for (const [at, { folder }] of payloads.entries()) {
		await userEvent.click(page.getByRole('button', { name: 'More about home' }).nth(at));
		await userEvent.click(page.getByRole('menuitem', { name: 'Rename, folder, key…' }));
		await expect.element(page.getByRole('textbox', { name: 'Folder' })).toHaveValue(folder);
	}
	takePayloads({ payloads: [], variables: {}, filters: [], colours: [] });
});
