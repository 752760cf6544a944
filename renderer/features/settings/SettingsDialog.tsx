import { closeDialog } from '../../app/state/window/dialogs.ts';
import { resetPanes } from '../../app/state/window/pane-layout.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { CaptureSettings } from './CaptureSettings.tsx';
import { KeySettings } from './KeySettings.tsx';
import { LookSettings } from './LookSettings.tsx';
import './settings.css';

/** What a person chooses for all workspaces. Each change applies at once. */
export function SettingsDialog() {
	const { settings } = useDialogWords();
	return (
		<Dialog title={settings.title} onClose={closeDialog} width={720} placement="sheet">
			<div className="settings">
				<section aria-labelledby="settings-look">
					<h3 id="settings-look">{settings.look}</h3>
					<LookSettings />
				</section>
				<section aria-labelledby="settings-panes">
					<h3 id="settings-panes">{settings.panes}</h3>
					<Button onClick={resetPanes}>{settings.resetPanes}</Button>
				</section>
				<section aria-labelledby="settings-captures">
					<h3 id="settings-captures">{settings.captures}</h3>
					<CaptureSettings />
				</section>
				<section aria-labelledby="settings-keys">
					<h3 id="settings-keys">{settings.keys}</h3>
					<KeySettings />
				</section>
			</div>
		</Dialog>
	);
}
