import { useWords } from '../../words/index.ts';
import { useSettings } from '../state/window/settings.ts';
import { keysOf, keyText, type Shortcut } from '../state/window/shortcuts.ts';

/** Adds the present key of a command to a hint, as in “Export… (Ctrl Shift E)”; nothing where it has none. */
export function useTip(): (what: string, command: Shortcut) => string {
	const { withKey } = useWords().shell;
	const chosen = useSettings(({ keys }) => keys);
	return (what, command) => {
		const [key] = keysOf(command, chosen);
		return key === undefined ? what : withKey(what, keyText(key));
	};
}
