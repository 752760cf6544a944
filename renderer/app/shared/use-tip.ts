import { useWords } from '../../words/index.ts';
import { useSettings } from '../state/window/settings.ts';
import { keysOf, keyText, type Shortcut } from '../state/window/shortcuts.ts';

/** The present key of a command as people read it; undefined where it has none. */
export function useKeyText(): (command: Shortcut) => string | undefined {
	const chosen = useSettings(({ keys }) => keys);
	return (command) => {
		const [key] = keysOf(command, chosen);
		return key === undefined ? undefined : keyText(key);
	};
}

/** Adds the present key of a command to a hint, as in “Export… (Ctrl Shift E)”; nothing where it has none. */
export function useTip(): (what: string, command: Shortcut) => string {
	const { withKey } = useWords().shell;
	const keyOf = useKeyText();
	return (what, command) => {
		const key = keyOf(command);
		return key === undefined ? what : withKey(what, key);
	};
}
