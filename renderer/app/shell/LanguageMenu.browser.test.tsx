import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { showLanguage } from '../../words/index.ts';
import { setSession } from '../state/host/session.ts';
import { followLanguage } from '../state/window/language.ts';
import { useSettings } from '../state/window/settings.ts';
import { fakeHost } from '../testing/host.fixture.ts';
import { LanguageMenu } from './LanguageMenu.tsx';

const before = useSettings.getState();
afterEach(async () => {
	useSettings.setState(before, true);
	await showLanguage('en');
});

/** Stands for a part whose texts are loaded with it. */
function LazyPart() {
	return <p>{useDialogWords().keys.places.everywhere.where}</p>;
}

test('a chosen language replaces the texts at once, of lazy parts too, and keeps what was typed', async () => {
	const host = fakeHost();
	setSession(host.session);
	useSettings.setState({ loaded: true, language: 'en' });
	followLanguage();
	await render(
		<>
			<LanguageMenu />
			<input aria-label="Draft" />
			<LazyPart />
		</>,
		{ wrapper: TooltipProvider },
	);
	await page.getByLabelText('Draft').fill('typed');
	const choose = async (button: string, language: string) => {
		await page.getByRole('button', { name: button }).click();
		await page.getByRole('menuitemcheckbox', { name: language }).click();
	};
	await choose('Language', '繁體中文');
	await expect.element(page.getByText('任何位置')).toBeVisible();
	expect(document.documentElement.lang).toBe('zh-Hant');
	await choose('語言', '简体中文');
	await expect.element(page.getByText('任何位置')).toBeVisible();
	await choose('语言', 'English');
	await expect.element(page.getByText('Everywhere')).toBeVisible();
	await expect.element(page.getByLabelText('Draft')).toHaveValue('typed');
	expect(host.calls.filter(({ name }) => name === 'settingsUpdate').map(({ input }) => input)).toEqual([
		{ language: 'zh-Hant' },
		{ language: 'zh-Hans' },
		{ language: 'en' },
	]);
	host.close();
});
