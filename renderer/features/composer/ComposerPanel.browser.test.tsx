import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { takeSendings } from '../../app/state/endpoints/sendings.ts';
import { fromSnapshot, useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useNames } from '../../app/state/templates/names.ts';
import { takePayloads } from '../../app/state/templates/payloads.ts';
import { offerDraft } from '../../app/state/window/composer-draft.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { ComposerPanel } from './ComposerPanel.tsx';
import { useHistory } from './history/history-store.ts';
import { type Composer, changeDraft, useComposer } from './store.ts';

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
	await page.viewport(1000, 600);
	await render(<ComposerPanel />, { wrapper: TooltipProvider });
	await message.click();
});

afterEach(async () => {
	host.close();
	await showLanguage('en');
});

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

test('line ends are marked, counted and converted, and undo brings them back', async () => {
	await navigator.clipboard.writeText('a\nb\r\nc');
	await userEvent.keyboard('{Control>}v{/Control}');
	await expect.element(message).toHaveValue('a\nb␍\nc');
	const marks = () => [...document.querySelectorAll('.line-ends-marks i')].map((mark) => mark.textContent);
	expect(marks()).toEqual(['␊', '␊']);
	await expect.element(page.getByText('Mixed line ends: 1 × LF, 1 × CR LF')).toBeVisible();
	await userEvent.click(page.getByRole('button', { name: 'Make all line ends CR LF' }));
	await expect.element(page.getByText('Line ends: 2 × CR LF')).toBeVisible();
	await expect.element(page.getByText('will send 7 bytes: 61 0d 0a 62 0d 0a 63')).toBeVisible();
	await userEvent.keyboard('{Control>}z{/Control}');
	await expect.element(message).toHaveValue('a\nb␍\nc');
	await userEvent.click(page.getByRole('button', { name: 'Make all line ends CR', exact: true }));
	await expect.element(message).toHaveValue('a␍b␍c');
	await userEvent.keyboard('{Enter}');
	await expect.poll(sent).toEqual(['a\rb\rc']);
});

test('the marks stand at the ends of the lines as they are drawn, also where a line wraps', async () => {
	await message.fill(`${'word '.repeat(80)}\nlast\n`);
	const area = message.element();
	const [first, second] = document.querySelectorAll('.line-ends-marks i');
	const box = area.getBoundingClientRect();
	const place = (mark: Element | undefined) => mark?.getBoundingClientRect() ?? new DOMRect();
	expect(place(first).right).toBeLessThanOrEqual(box.right);
	// The second mark is one line below the first: both texts wrap at the same places.
	expect(place(second).top - place(first).top).toBeCloseTo(Number.parseFloat(getComputedStyle(area).lineHeight), 0);
	expect(place(second).left).toBeLessThan(box.left + 60);
});

test('an input method composes Chinese: Enter takes its words and sends nothing', async () => {
	await cdp().send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
	await expect.element(message).toHaveValue('nihao');
	const enter = { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
	message.element().dispatchEvent(new KeyboardEvent('keydown', enter));
	expect(sent()).toEqual([]);
	await cdp().send('Input.insertText', { text: '你好' });
	await expect.element(message).toHaveValue('你好');
	expect(sent()).toEqual([]);
	await userEvent.keyboard('{Enter}');
	await expect.poll(sent).toEqual(['你好']);
});

test('bytes in hex are recognised, unless text is chosen, and Alt H switches', async () => {
	await message.fill('68 65 6c 6c 6f');
	await expect.element(page.getByText('will send 5 bytes: 68 65 6c 6c 6f')).toBeVisible();
	await expect.element(page.getByRole('radio', { name: 'Hex' })).toBeChecked();
	await userEvent.click(page.getByRole('button', { name: 'Send as text' }));
	await expect.element(page.getByText(/^will send 14 bytes/)).toBeVisible();
	await message.fill('');
	await message.fill('10 20 30');
	await expect.element(page.getByRole('radio', { name: 'Text' })).toBeChecked();
	await message.click();
	await userEvent.keyboard('{Alt>}h{/Alt}{Enter}');
	await expect.poll(sent).toEqual(['\x10 0']);
});

test('an address is a target: Enter opens a socket for it once, and sends', async () => {
	const to = page.getByRole('combobox', { name: 'To', exact: true });
	await to.fill('udp 127.0.0.1:9');
	await expect.element(page.getByRole('option', { name: 'udp 127.0.0.1:9 new endpoint' })).toBeVisible();
	await userEvent.keyboard('{Enter}');
	await expect.element(message).toHaveFocus();
	await userEvent.keyboard('de ad be ef{Enter}');
	const names = () => host.calls.map(({ name }) => name).filter((name) => /^(?:endpoint|send)/.test(name));
	await expect.poll(names).toEqual(['endpointCreate', 'endpointStart', 'send']);
	expect(host.calls.find(({ name }) => name === 'endpointCreate')?.input).toMatchObject({
		config: { kind: 'udp', host: '0.0.0.0', port: 0, remote: { host: '127.0.0.1', port: 9 } },
	});
	const made = endpointConfigSchema.parse({ kind: 'udp', name: 'made', remote: { host: '127.0.0.1', port: 9 } });
	useWorkbench.setState(
		fromSnapshot({ endpoints: [endpointState('made 1', { config: made, status: 'open' })], connections: [] }),
	);
	await to.fill('udp://127.0.0.1:9/');
	await userEvent.keyboard('{Enter}');
	await expect.element(to).toHaveValue('made');
	await userEvent.keyboard('again{Enter}');
	await expect.poll(() => names().length).toBe(4);
	expect(sent().at(-1)).toBe('again');
});

test('a wrong address is reported where the message would go, and a place without a scheme offers both', async () => {
	const to = page.getByRole('combobox', { name: 'To', exact: true });
	await to.fill('udp 127.0.0.1');
	await message.click();
	await expect.element(page.getByText('To: A port is missing, as in 127.0.0.1:9000.')).toBeVisible();
	await expect.element(to).toHaveAttribute('aria-invalid', 'true');
	await to.fill('127.0.0.1:7');
	const offered = page.getByRole('listbox', { name: 'Targets' }).getByRole('option');
	expect(offered.elements().map((option) => option.textContent)).toEqual([
		'udp 127.0.0.1:7new endpoint',
		'tcp 127.0.0.1:7new endpoint',
	]);
	await userEvent.keyboard('{ArrowDown}{Enter}');
	await expect.element(to).toHaveValue('tcp 127.0.0.1:7');
});

test('is one line until it has the keyboard or holds more', async () => {
	const bar = page.getByRole('radiogroup', { name: 'Format' });
	const composer = page.getByRole('region', { name: 'Composer' });
	await expect.element(bar).toBeVisible();
	const line = message.element().getBoundingClientRect();
	/** As by a key: after a click elsewhere it waits until the pointer has left the traffic. */
	const leave = async () => {
		await userEvent.keyboard('{Shift}');
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
	};
	await leave();
	await expect.element(bar).not.toBeInTheDocument();
	expect(composer.element().getBoundingClientRect().height).toBeLessThan(line.height * 2);
	await expect.element(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
	await message.fill('more');
	await leave();
	await expect.element(bar).toBeVisible();
	await message.fill('');
	await userEvent.click(page.getByRole('button', { name: 'Keep all of the composer visible' }));
	await leave();
	await expect.element(bar).toBeVisible();
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

test('text goes in the charset of its endpoint until another one is chosen, which is kept', async () => {
	const withCharset = (charset: string) => {
		const one = endpointState('a', { config: { ...config, charset }, status: 'open' });
		useWorkbench.setState(fromSnapshot({ endpoints: [one], connections: [] }));
	};
	const chosen = page.getByRole('combobox', { name: 'Charset' });
	withCharset('gb2312');
	await message.fill('你好');
	await expect.element(page.getByText('will send 4 bytes: c4 e3 ba c3')).toBeVisible();
	await expect.element(chosen).toHaveValue('gbk');
	withCharset('big5');
	await expect.element(page.getByText('will send 4 bytes: a7 41 a6 6e')).toBeVisible();
	await userEvent.selectOptions(chosen, 'utf-8');
	withCharset('gbk');
	await expect.element(page.getByText('will send 6 bytes: e4 bd a0 e5 a5 bd')).toBeVisible();
	await userEvent.keyboard('{Enter}');

	// Bytes that are to be edited are read in it too.
	offerDraft({ bytes: Uint8Array.of(0xba, 0xc3), connection: 0, endpoint: 'sock' });
	await expect.element(message).toHaveValue('好');
	await expect.element(page.getByText('will send 2 bytes: ba c3')).toBeVisible();
	await expect.element(chosen).toHaveValue('gbk');
});

/** Keys, notations and what a person has written. */
const NAMES = 'Ann,Alt,Enter,Shift_JIS,Shift,Ctrl,counter,time iso,CRLF,CRC,HOST:PORT,host:port,udp,ASCII'.split(',');
/** Names of charsets and checksums. */
const CODES = 'GB18030,GBK,Big5,EUC,IBM,Mac,Windows,Latin,ISO,KOI,MODBUS,XMODEM,CCITT,FALSE'.split(',');

async function inChinese(): Promise<Element> {
	await showLanguage('zh-Hans');
	const named = endpointConfigSchema.parse({
		kind: 'udp',
		name: 'Ann',
		port: 0,
		remote: { host: '127.0.0.1', port: 9 },
	});
	useWorkbench.setState(
		fromSnapshot({ endpoints: [endpointState('a', { config: named, status: 'open' })], connections: [] }),
	);
	takePayloads({
		payloads: [
			{
				name: 'Ann',
				format: 'text',
				text: 'Ann',
				charset: 'utf-8',
				lineEnding: 'none',
				checksums: [],
				template: false,
			},
		],
		variables: {},
		filters: [],
		colours: [],
	});
	takeSendings([
		{
			id: 's',
			endpoint: 'a',
			what: 'repeat',
			name: '',
			connections: 1,
			state: 'stopped',
			messages: 3,
			bytes: 9,
			partBytes: 2,
			failed: [],
			failures: 0,
			repeat: { count: 5, intervalMs: 10, planned: 5, rate: 2, meanLateMs: 1, maxLateMs: 2 },
		},
	]);
	useComposer.setState({ pinned: true });
	return page.getByRole('region', { name: '编辑器', exact: true }).element();
}

const ROWS: readonly NonNullable<Composer['extra']>[] = ['checksum', 'repeat', 'file', 'history', 'save'];

test.each(ROWS)('the composer with its row of %s is in Chinese', async (extra) => {
	const container = await inChinese();
	changeDraft({ text: 'Ann\r\nAnn\n{{' });
	useComposer.setState({ extra });
	for (const part of ['将发送 11 个字节：', '行尾混用：', '已发送 3，共 5，以及下一条的 2 个字节'])
		await expect.poll(() => container.textContent).toContain(part);
	expect(latinTexts(container, [...NAMES, ...CODES])).toEqual([]);
});

test('what stands in the way of a message is in Chinese', async () => {
	const container = await inChinese();
	useComposer.setState({ target: undefined, typed: 'udp 127.0.0.1' });
	await expect.poll(() => container.textContent).toContain('发往：缺少端口，例如 127.0.0.1:9000。');
	changeDraft({ format: 'hex', text: '6' });
	expect(latinTexts(container, [...NAMES, ...CODES])).toEqual([]);
});

test('the fault of a written message is in the page’s language', async () => {
	const container = await inChinese();
	changeDraft({ format: 'hex', text: '0a zz' });
	await expect.poll(() => container.textContent).toContain('应为两位十六进制数字的字节，而不是 “z”。');
	changeDraft({ format: 'text', text: '{{nothing}}', template: true });
	await expect.poll(() => container.textContent).toContain('没有 {{nothing}}，可以写：');
});
