import { useState } from 'react';
import { WHEN_DISK_FAILS, WHEN_WINDOW_CLOSES } from '../../../common/contract/calls/settings.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { LimitFields } from '../../app/shared/limits/LimitFields.tsx';
import { useHost } from '../../app/state/host/host.ts';
import { updateSettings, useSettings } from '../../app/state/window/settings.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';

/** An absolute path of either kind of system. */
const ABSOLUTE = /^(?:\/|[A-Za-z]:[\\/]|\\\\)/;

/** Where captures are, how large they get, what happens without a disk, and, in a desktop window, when it closes. */
export function CaptureSettings() {
	const { segmentMiB, keepGiB, whenDiskFails, whenWindowCloses } = useSettings();
	const desktop = useHost(({ info }) => info?.host === 'electron');
	const { settings: words } = useDialogWords();
	const disk = { wait: words.wait, 'go-on': words.goOn };
	const closing = { ask: words.ask, 'keep-running': words.keep, quit: words.quit };
	return (
		<>
			<Place />
			<LimitFields key={`${segmentMiB} ${keepGiB}`} limits={{ segmentMiB, keepGiB }} />
			<Select
				className="settings-field"
				label={words.disk}
				aside={<ExplainButton explains="settings.disk" />}
				value={whenDiskFails}
				choices={WHEN_DISK_FAILS.map((value) => ({ value, label: disk[value] }))}
				onChange={(chosen) => updateSettings({ whenDiskFails: chosen })}
			/>
			{desktop ? (
				<Select
					className="settings-field"
					label={words.closing}
					aside={<ExplainButton explains="settings.closing" />}
					value={whenWindowCloses}
					choices={WHEN_WINDOW_CLOSES.map((value) => ({ value, label: closing[value] }))}
					onChange={(chosen) => updateSettings({ whenWindowCloses: chosen })}
				/>
			) : null}
		</>
	);
}

/** Applied when the field is left or Enter is pressed: half a path is none. */
function Place() {
	const { settings: words } = useDialogWords();
	const place = useSettings(({ capturesIn }) => capturesIn ?? '');
	const [text, setText] = useState(place);
	const [left, setLeft] = useState(false);
	const path = text.trim();
	const wrong = path !== '' && !ABSOLUTE.test(path);
	const apply = () => {
		setLeft(true);
		if (!wrong && path !== place) updateSettings({ capturesIn: path === '' ? null : path });
	};
	return (
		<TextField
			className="settings-field"
			label={words.place}
			aside={<ExplainButton explains="settings.place" />}
			mono
			value={text}
			hint={words.placeHint}
			error={left && wrong ? words.placeFault : undefined}
			onChange={setText}
			onBlur={apply}
			onKeyDown={(event) => {
				if (event.key === 'Enter') apply();
			}}
		/>
	);
}
