import { RotateCcw, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { updateSettings, useSettings } from '../../app/state/window/settings.ts';
import {
	chordOf,
	type KeyFault,
	keyFault,
	keysOf,
	keyText,
	SHORTCUT_NAMES,
	type Shortcut,
} from '../../app/state/window/shortcuts.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useDialogWords } from '../../words/dialogs.ts';

/** A key that was pressed for a command and is not possible. */
interface Refused {
	readonly key: string;
	readonly fault: KeyFault;
}

function change(command: Shortcut, key: string | undefined): void {
	const { [command]: _before, ...others } = useSettings.getState().keys;
	updateSettings({ keys: key === undefined ? others : { ...others, [command]: key } });
}

/** The keys of all commands: press the button, then the new key. */
export function KeySettings() {
	const chosen = useSettings(({ keys }) => keys);
	const { settings: words } = useDialogWords();
	/** The command whose next key is awaited. */
	const [awaited, setAwaited] = useState<Shortcut>();
	const [refused, setRefused] = useState<Refused>();

	const onKeyDown = (event: KeyboardEvent, command: Shortcut) => {
		if (awaited !== command) return;
		event.stopPropagation();
		if (event.key === 'Tab') return;
		event.preventDefault();
		const key = chordOf(event);
		if (key === undefined) return;
		if (key === 'Escape') {
			stop();
			return;
		}
		const fault = keyFault(key, command, chosen);
		if (fault === undefined) {
			change(command, key);
			stop();
		} else setRefused({ key, fault });
	};
	const stop = () => {
		setAwaited(undefined);
		setRefused(undefined);
	};
	const why = ({ key, fault }: Refused): string => {
		if (fault.reason === 'plain') return words.plain;
		if (fault.reason === 'taken') return words.taken(keyText(key), words.commands[fault.by]);
		return words.reserved(keyText(key), words.uses[fault.by]);
	};
	return (
		<>
			<ul className="settings-keys">
				{SHORTCUT_NAMES.map((command) => {
					const name = words.commands[command];
					const keys = keysOf(command, chosen);
					const text = keys.length === 0 ? words.none : keys.map(keyText).join(', ');
					const changed = chosen[command] !== undefined;
					const waits = awaited === command;
					return (
						<li key={command}>
							<span className="settings-command">{name}</span>
							{waits ? (
								<span className="settings-refused" role="alert">
									{refused === undefined ? words.cancel : why(refused)}
								</span>
							) : null}
							<button
								type="button"
								className="settings-key"
								aria-pressed={waits}
								onClick={() => {
									setRefused(undefined);
									setAwaited(waits ? undefined : command);
								}}
								onBlur={() => {
									if (waits) stop();
								}}
								onKeyDown={(event) => onKeyDown(event, command)}
							>
								<VisuallyHidden>{words.change(name)} </VisuallyHidden>
								{waits ? words.press : <kbd>{text}</kbd>}
							</button>
							<IconButton
								label={words.remove(name)}
								size="s"
								disabled={keys.length === 0}
								onClick={() => change(command, '')}
							>
								<X size={13} />
							</IconButton>
							<IconButton
								label={words.reset(name)}
								size="s"
								disabled={!changed}
								onClick={() => change(command, undefined)}
							>
								<RotateCcw size={13} />
							</IconButton>
						</li>
					);
				})}
			</ul>
			<Button disabled={Object.keys(chosen).length === 0} onClick={() => updateSettings({ keys: {} })}>
				{words.resetAll}
			</Button>
		</>
	);
}
