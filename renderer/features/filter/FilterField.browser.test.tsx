import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { applyFilter, useFilter } from '../../app/state/capture/filter.ts';
import { setSession } from '../../app/state/host/session.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { FilterField } from './FilterField.tsx';

const field = page.getByRole('combobox', { name: 'Filter' });
const options = page.getByRole('option');
const fault = page.getByRole('alert');
let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	await render(<FilterField />, { wrapper: TooltipProvider });
	await field.click();
});

afterEach(async () => {
	await showLanguage('en');
	applyFilter('');
	useCaptureStatus.setState({ stored: 0 });
	host.close();
});

test('offers its keys while it is empty: to the keyboard and to a screen reader', async () => {
	await expect.element(field).toHaveAttribute('aria-expanded', 'true');
	await expect.element(page.getByRole('option', { name: 'dir: in, out or none' })).toBeVisible();
	await userEvent.keyboard('{ArrowDown}{ArrowDown}');
	const active = field.element().getAttribute('aria-activedescendant') ?? '';
	expect(document.getElementById(active)?.textContent).toContain('kind:');
	await userEvent.keyboard('{Enter}');
	await expect.element(field).toHaveValue('kind:');
	await field.fill('');
	await expect.element(field).toHaveAttribute('aria-expanded', 'true');
	await userEvent.keyboard('{Enter}');
	await expect.element(options).toHaveLength(0);
});

test.each([
	['lenght>100', 'length>100'],
	['port 9000', 'port:9000'],
])('%s: is searched for, with a hint that a click follows', async (text, meant) => {
	await field.fill(text);
	await expect
		.element(page.getByRole('status'))
		.toHaveTextContent(`${text} is searched for as text. Did you mean ${meant}?`);
	await expect.poll(() => useFilter.getState().applied).toBe(text);
	await userEvent.click(page.getByRole('button', { name: meant }));
	await expect.element(field).toHaveValue(meant);
	expect(useFilter.getState().applied).toBe(meant);
	await expect.element(page.getByRole('button', { name: meant })).not.toBeInTheDocument();
});

test('reports the place in a regular expression that does not compile, and keeps the previous filter', async () => {
	await field.fill('/needle.*y/i');
	await userEvent.keyboard('{Enter}');
	await expect.poll(() => useFilter.getState().applied).toBe('/needle.*y/i');
	await field.fill('x /[z-a]/');
	await expect.element(fault).toBeVisible();
	expect(fault.element().querySelector('mark')?.textContent).toBe('z-a');
	expect(useFilter.getState().applied).toBe('/needle.*y/i');
});

test('a pause that ends just after a filter has come from elsewhere does not put the written text over it', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	try {
		await field.fill('earlier');
		applyFilter('kind:note');
		// In the same turn: the field has not rendered yet.
		vi.runOnlyPendingTimers();
	} finally {
		vi.useRealTimers();
	}
	await expect.element(field).toHaveValue('kind:note');
	expect(useFilter.getState().applied).toBe('kind:note');
});

test('completes fields and values by keyboard', async () => {
	await userEvent.keyboard('ki');
	await expect.element(options).toHaveLength(1);
	await userEvent.keyboard('{ArrowDown}{Enter}');
	await expect.element(field).toHaveValue('kind:');
	await userEvent.keyboard('e');
	await expect.element(options).toHaveLength(2);
	expect(options.elements().map((option) => option.textContent)).toEqual(['kind:end', 'kind:error']);
	await userEvent.keyboard('{ArrowUp}');
	await expect.element(options.last()).toHaveAttribute('aria-selected', 'true');
	await userEvent.keyboard('{Tab}');
	await expect.element(field).toHaveValue('kind:error ');
	await expect.element(field).toHaveFocus();
});

test('completes the names of fields that the capture has, before those that messages can have', async () => {
	host.fields = [
		{ name: 'json.sensor', type: 'none' },
		{ name: 'json.sensor.temperature', type: 'number' },
		{ name: 'modbus.unit', type: 'number' },
	];
	await field.fill('json.');
	await expect.poll(() => options.elements().map((option) => option.textContent)).toEqual(['json.sensor.']);
	await userEvent.keyboard('{ArrowDown}{Enter}');
	await expect.element(page.getByRole('option', { name: /^json\.sensor\.temperature:/ })).toBeVisible();
	await userEvent.keyboard('{ArrowDown}{Enter}');
	await expect.element(field).toHaveValue('json.sensor.temperature:');
	await field.fill('modbus.');
	await expect.element(options.first()).toHaveTextContent('modbus.unit:number');
	expect(options.elements().filter((option) => option.textContent?.startsWith('modbus.unit:'))).toHaveLength(1);
	expect(options.elements().length).toBeGreaterThan(5);
	host.fields = [{ name: 'json.later', type: 'textual' }];
	useCaptureStatus.setState({ stored: 1000 });
	await field.fill('json.');
	await expect.poll(() => options.elements().map((option) => option.textContent)).toEqual(['json.later:text']);
});

test.each([
	['dir:inn', 'inn', 'Expected none, in or out', 'Did you mean in?'],
	['hex:0d0g', 'g', 'Expected a hexadecimal digit, not “g”', ''],
	['hex:0x01, 0x02', '0x01,', 'Expected bytes in hexadecimal', 'Put bytes with blanks between them into "quotes".'],
])('%s: reports the place of the error, and keeps the previous filter', async (text, place, message, hint) => {
	await field.fill('dir:in');
	await userEvent.keyboard('{Enter}');
	expect(useFilter.getState().applied).toBe('dir:in');
	await field.fill(text);
	await expect.element(fault).toBeVisible();
	expect(fault.element().textContent).toContain(message);
	expect(fault.element().textContent).toContain(hint);
	expect(fault.element().querySelector('mark')?.textContent).toBe(place);
	await expect.element(field).toHaveAttribute('aria-invalid', 'true');
	expect(useFilter.getState().applied).toBe('dir:in');
});

test('accepts pasted hexadecimal', async () => {
	await field.fill('hex:"\\x0d\\x0a"');
	await userEvent.keyboard('{Enter}');
	expect(useFilter.getState().applied).toBe('hex:"\\x0d\\x0a"');
	await userEvent.click(page.getByRole('button', { name: 'Clear the filter' }));
	await expect.element(field).toHaveValue('');
	expect(useFilter.getState().applied).toBe('');
});

test('speaks Chinese: its keys, its menu and its hints', async () => {
	await showLanguage('zh-Hans');
	const chinese = page.getByRole('combobox', { name: '过滤器' });
	await expect.element(page.getByRole('option', { name: 'conn: 连接的编号' })).toBeVisible();
	await chinese.fill('dir:inn');
	await expect.element(fault).toHaveTextContent('dir:inn第 5 个字符：此处应为 none, in 或 out。您是否想写 in？');
	await chinese.fill('lenght>100');
	await expect
		.element(page.getByRole('status'))
		.toHaveTextContent('lenght>100 会作为文本搜索。您是否想写 length>100？');
	expect(latinTexts(document.body, ['dir:in len>=100 "GET /"', 'length>100', 'lenght>100'])).toEqual([]);
});
