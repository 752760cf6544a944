import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { setSession } from '../../app/state/host/session.ts';
import { followFonts } from '../../app/state/window/fonts.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { followTheme } from '../../app/state/window/theme.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import '../../ui/tokens.css';

let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	useSettings.setState({ ...useSettings.getInitialState(), loaded: true });
	await render(
		<TooltipProvider>
			<SettingsDialog />
		</TooltipProvider>,
	);
});

afterEach(() => host.close());

const root = document.documentElement;
const keyOf = (command: string) => page.getByRole('button', { name: new RegExp(`^Change the key of ${command} `) });

test('theme, contrast and fonts apply at once, and a size that is none is not applied', async () => {
	followTheme();
	followFonts();
	await page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).click();
	await page.getByRole('radiogroup', { name: 'Contrast' }).getByRole('radio', { name: 'High' }).click();
	await expect.poll(() => [root.dataset.theme, root.dataset.contrast]).toEqual(['dark', 'high']);
	const bytes = page.getByRole('group', { name: 'Bytes and texts' });
	await bytes.getByLabelText('Size, px').fill('16');
	await bytes.getByLabelText('Font').fill('Hack "Nerd"');
	await expect.poll(() => getComputedStyle(root).getPropertyValue('--font-mono')).toMatch(/^"Hack Nerd", ui-monospace/);
	expect(root.style.getPropertyValue('--text-bytes')).toBe('16px');
	await bytes.getByLabelText('Size, px').fill('99');
	await expect.element(page.getByText('A whole number, 10 to 24.')).toBeVisible();
	expect(useSettings.getState().fonts.bytes).toEqual({ face: 'Hack "Nerd"', size: 16 });
});

test('a key is changed by pressing it; one that is taken says by what; it is reset and removed', async () => {
	await keyOf('Export').click();
	await userEvent.keyboard('{Control>}k{/Control}');
	await expect.element(page.getByText('Ctrl K is taken by: Commands: all of them by their words')).toBeVisible();
	await userEvent.keyboard('x');
	await expect.element(page.getByText(/^A key needs Ctrl or Alt/)).toBeVisible();
	await userEvent.keyboard('{Control>}c{/Control}');
	await expect.element(page.getByText('Ctrl C is reserved: copy')).toBeVisible();
	await userEvent.keyboard('{Control>}{Shift>}x{/Shift}{/Control}');
	await expect.element(keyOf('Export')).toHaveTextContent('Change the key of Export Ctrl Shift X');
	expect(useSettings.getState().keys).toEqual({ export: 'Ctrl+Shift+X' });
	await page.getByRole('button', { name: 'Reset the key of Export' }).click();
	await expect.element(keyOf('Export')).toHaveTextContent('Change the key of Export Ctrl Shift E');
	await page.getByRole('button', { name: 'Remove the key of Export' }).click();
	await expect.element(keyOf('Export')).toHaveTextContent('Change the key of Export none');
	await page.getByRole('button', { name: 'Reset all keys' }).click();
	expect(useSettings.getState().keys).toEqual({});
});

test('Escape ends the wait for a key and leaves the dialog open', async () => {
	await keyOf('Export').click();
	await userEvent.keyboard('{Escape}');
	await expect.element(keyOf('Export')).toHaveTextContent('Change the key of Export Ctrl Shift E');
	await expect.element(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test('the folder of captures is taken when the field is left, and half a path is refused', async () => {
	const place = page.getByLabelText('Folder of new captures');
	await place.fill('captures');
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByText('An absolute path, as in /srv/bench.')).toBeVisible();
	expect(useSettings.getState().capturesIn).toBeNull();
	await place.fill('/srv/bench');
	await userEvent.keyboard('{Enter}');
	expect(useSettings.getState().capturesIn).toBe('/srv/bench');
});
