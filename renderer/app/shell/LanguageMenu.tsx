import { Languages } from 'lucide-react';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../common/words/locale/language.ts';
import { Menu } from '../../ui/Menu.tsx';
import { useWords } from '../../words/index.ts';
import { updateSettings, useSettings } from '../state/window/settings.ts';

/** The choice of the language. Each is named in its own words, so that a person finds it in any of the others. */
export function LanguageMenu() {
	const { label, system } = useWords().shell.language;
	const chosen = useSettings((settings) => settings.language);
	const loaded = useSettings((settings) => settings.loaded);
	const names = { system, ...LANGUAGE_NAMES };
	return (
		<Menu
			label={label}
			align="end"
			trigger={
				<button type="button" className="ui-icon-button" aria-label={label} title={label} disabled={!loaded}>
					<Languages size={15} aria-hidden="true" />
				</button>
			}
			entries={([...LANGUAGES, 'system'] as const).map((choice) => ({
				label: names[choice],
				checked: choice === chosen,
				onSelect: () => updateSettings({ language: choice }),
			}))}
		/>
	);
}
