import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { applyFilter, useFilter } from '../../app/state/capture/filter.ts';
import { setSession } from '../../app/state/host/session.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
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

afterEach(() => {
	applyFilter('');
	host.close();
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

test.each([
	['dri:in', 'dri', 'There is no field “dri”', 'Did you mean dir?'],
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
