import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { takeColours, useColours } from '../../app/state/capture/colours.ts';
import { setSession } from '../../app/state/host/session.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { ColoursDialog } from './ColoursDialog.tsx';

const add = page.getByRole('button', { name: 'Add a rule' });
const filter = (n: number) => page.getByRole('combobox', { name: `Filter of rule ${n}` });
let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	takeColours([]);
	await render(<ColoursDialog />, { wrapper: TooltipProvider });
});

afterEach(() => host.close());

test('rules are added with another colour each, ordered, changed and deleted', async () => {
	await expect.element(page.getByText('No colour rules yet')).toBeVisible();
	await add.click();
	await add.click();
	await filter(2).fill('text:hello');
	await userEvent.keyboard('{Enter}');
	expect(useColours.getState().rules).toEqual([
		{ filter: 'kind:error', colour: 'red' },
		{ filter: 'text:hello', colour: 'orange' },
	]);
	await page.getByRole('button', { name: 'Move rule 2 up' }).click();
	await expect.element(filter(1)).toHaveValue('text:hello');
	await expect.element(page.getByRole('button', { name: 'Move rule 1 up' })).toBeDisabled();
	await page.getByRole('combobox', { name: 'Colour of rule 1' }).selectOptions('blue');
	await page.getByRole('button', { name: 'Delete rule 2' }).click();
	expect(useColours.getState().rules).toEqual([{ filter: 'text:hello', colour: 'blue' }]);
});

test('a filter is completed at its end, by the fields of the capture too', async () => {
	host.fields = [{ name: 'json.temperature', type: 'number' }];
	await add.click();
	await filter(1).fill('dir:in and json.temp');
	const offered = () => [...document.querySelectorAll('datalist option')].map((option) => option.getAttribute('value'));
	await expect.poll(offered).toEqual(['dir:in and json.temperature:']);
});

test('a filter with a fault names its place and changes nothing; one from a file is left out', async () => {
	await add.click();
	await filter(1).fill('dir:inn');
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByText(/^At 5: Expected none, in or out/)).toBeVisible();
	expect(useColours.getState().rules).toEqual([{ filter: 'kind:error', colour: 'red' }]);
	takeColours([
		{ filter: 'len:later', colour: 'red' },
		{ filter: 'dir:in', colour: 'blue' },
	]);
	expect(useColours.getState().usable).toEqual([{ filter: 'dir:in', colour: 'blue' }]);
	await expect.element(filter(1)).toHaveValue('len:later');
});
