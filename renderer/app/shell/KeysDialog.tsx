import { Dialog } from '../../ui/Dialog.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { closeDialog } from '../state/window/dialogs.ts';
import { useSettings } from '../state/window/settings.ts';
import { keysOf, keyText, SHORTCUT_NAMES } from '../state/window/shortcuts.ts';

/** All keyboard shortcuts, by place. Those of the whole window are the present ones. */
export function KeysDialog() {
	const { keys, settings } = useDialogWords();
	const chosen = useSettings((state) => state.keys);
	const commands = SHORTCUT_NAMES.map((command) => [
		keysOf(command, chosen).map(keyText).join(', '),
		settings.commands[command],
	]).filter(([key]) => key !== '');
	return (
		<Dialog title={keys.title} onClose={closeDialog} width={520}>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling element must be reachable by keyboard */}
			<section className="keys" tabIndex={0} aria-label={keys.list}>
				{Object.entries(keys.places).map(([place, { where, keys: local }]) => (
					<div key={place}>
						<h3>{where}</h3>
						<dl>
							{[...(place === 'everywhere' ? commands : []), ...Object.entries(local)].map(([key, what]) => (
								<div key={key}>
									<dt>
										<kbd>{key}</kbd>
									</dt>
									<dd>{what}</dd>
								</div>
							))}
						</dl>
					</div>
				))}
			</section>
		</Dialog>
	);
}
