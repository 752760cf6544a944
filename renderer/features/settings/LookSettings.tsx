import { useState } from 'react';
import { CONTRASTS, LANGUAGE_CHOICES, THEMES } from '../../../common/contract/calls/settings.ts';
import { LANGUAGE_NAMES } from '../../../common/words/locale/language.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { ExplainedSegmented } from '../../app/shared/explain/ExplainedSegmented.tsx';
import { updateSettings, useSettings } from '../../app/state/window/settings.ts';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';

/** Sizes of a font, CSS px. */
const MIN = 10;
const MAX = 24;

/** Theme, contrast, language and fonts. */
export function LookSettings() {
	const { theme, contrast, language } = useSettings();
	const { shell } = useWords();
	const { settings: words } = useDialogWords();
	const contrasts = { system: words.asSystem, normal: words.normal, high: words.high };
	const languages = { system: words.asSystem, ...LANGUAGE_NAMES };
	return (
		<>
			<div className="settings-row">
				<span className="settings-label" aria-hidden="true">
					{words.theme}
				</span>
				<ExplainedSegmented
					label={words.theme}
					explains="settings.look"
					value={theme}
					segments={THEMES.map((value) => ({ value, label: shell.theme[value] }))}
					onChange={(chosen) => updateSettings({ theme: chosen })}
				/>
			</div>
			<div className="settings-row">
				<span className="settings-label" aria-hidden="true">
					{words.contrast}
				</span>
				<ExplainedSegmented
					label={words.contrast}
					explains="settings.look"
					value={contrast}
					segments={CONTRASTS.map((value) => ({ value, label: contrasts[value] }))}
					onChange={(chosen) => updateSettings({ contrast: chosen })}
				/>
			</div>
			<Select
				className="settings-field"
				label={words.language}
				aside={<ExplainButton explains="settings.language" />}
				value={language}
				choices={LANGUAGE_CHOICES.map((value) => ({ value, label: languages[value] }))}
				onChange={(chosen) => updateSettings({ language: chosen })}
			/>
			<Font part="interface" title={words.ui} />
			<Font part="bytes" title={words.bytes} />
		</>
	);
}

/** A face and a size. A size that is none stays in the field with its fault, and is not applied. */
function Font({ part, title }: { readonly part: 'interface' | 'bytes'; readonly title: string }) {
	const { settings: words } = useDialogWords();
	const font = useSettings(({ fonts }) => fonts[part]);
	const [size, setSize] = useState(String(font.size));
	const change = (patch: Partial<typeof font>) => {
		const { fonts } = useSettings.getState();
		updateSettings({ fonts: { ...fonts, [part]: { ...fonts[part], ...patch } } });
	};
	const valid = (text: string) => {
		const number = wholeNumber(text);
		return number !== undefined && number >= MIN && number <= MAX ? number : undefined;
	};
	return (
		<fieldset className="settings-font">
			<legend>{title}</legend>
			<TextField
				label={words.face}
				aside={<ExplainButton explains="settings.font" />}
				value={font.face}
				maxLength={100}
				hint={words.faceHint}
				onChange={(face) => change({ face })}
			/>
			<NumberField
				label={words.size}
				aside={<ExplainButton explains="settings.font" />}
				value={size}
				min={MIN}
				max={MAX}
				error={valid(size) === undefined ? words.sizeFault : undefined}
				onChange={(text) => {
					setSize(text);
					const number = valid(text);
					if (number !== undefined) change({ size: number });
				}}
			/>
			<p className={`settings-sample settings-sample-${part}`}>{words.sample}</p>
		</fieldset>
	);
}
