import { useSettings } from './settings.ts';

/**
 * The commands of the whole window and their keys at first. `Ctrl` is Command on a Mac, too. The setting `keys` replaces
 * all keys of a command by one, or by none.
 */
export const SHORTCUTS = {
	'new-endpoint': ['Alt+N'],
	captures: ['Alt+C'],
	tests: ['Alt+S'],
	palette: ['Ctrl+K'],
	settings: ['Ctrl+,'],
	'open-capture': ['Ctrl+O'],
	undo: ['Ctrl+Z'],
	redo: ['Ctrl+Shift+Z', 'Ctrl+Y'],
	'open-workspace': ['Ctrl+Shift+O'],
	'save-workspace-as': ['Ctrl+Shift+S'],
	filter: ['Ctrl+F', '/'],
	target: ['Alt+A'],
	goto: ['Ctrl+G'],
	messages: ['Alt+M'],
	'next-match': ['F3'],
	'previous-match': ['Shift+F3'],
	'next-error': ['F8'],
	'previous-error': ['Shift+F8'],
	'next-mark': ['F2'],
	'previous-mark': ['Shift+F2'],
	export: ['Ctrl+Shift+E'],
	'next-pane': ['F6'],
	'previous-pane': ['Shift+F6'],
	'fold-endpoints': ['Ctrl+B'],
	'fold-inspector': ['Ctrl+I'],
	'fold-composer': ['Ctrl+J'],
	'fold-timeline': ['Alt+T'],
	keys: ['F1'],
	help: ['Shift+F1'],
	explain: ['Ctrl+F1'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Shortcut = keyof typeof SHORTCUTS;

const isShortcut = (name: string): name is Shortcut => Object.hasOwn(SHORTCUTS, name);
export const SHORTCUT_NAMES: readonly Shortcut[] = Object.keys(SHORTCUTS).filter(isShortcut);

/** Keys by the name of a command, as in the settings; an empty text for none. */
export type ChosenKeys = Readonly<Record<string, string>>;

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Keys that change others, and what input methods send. */
const NO_KEY = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process', 'Unidentified']);
const NAMES: Readonly<Record<string, string>> = { ' ': 'Space', '+': 'Plus' };

/**
 * The name of what was pressed, as in `Ctrl+Shift+E`; undefined for a modifier alone. With Alt, which types other
 * characters on some systems, and where the keyboard types no Latin letters, a letter is that of the key's place.
 */
export function chordOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | undefined {
	if (NO_KEY.has(key) && !(key === 'Dead' && altKey)) return undefined;
	const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
	const latin = /^[ -~]$/.test(key);
	const command = ctrlKey || metaKey;
	const typed = key.length === 1 || key === 'Dead';
	const name = typed && place !== undefined && (altKey || !latin) ? place : (NAMES[key] ?? key.toUpperCase());
	const long = typed ? name : (NAMES[key] ?? key);
	const shift = shiftKey && (command || altKey || !typed);
	return [command && 'Ctrl', altKey && 'Alt', shift && 'Shift', long].filter(Boolean).join('+');
}

export function keysOf(command: Shortcut, chosen: ChosenKeys): readonly string[] {
	const key = chosen[command];
	return key === undefined ? SHORTCUTS[command] : key === '' ? [] : [key];
}

/** The command that a key runs. */
export function commandOf(chord: string, chosen: ChosenKeys): Shortcut | undefined {
	return SHORTCUT_NAMES.find((command) => keysOf(command, chosen).includes(chord));
}

/** Keys that parts of the window, text fields or browsers use: no command may have them. */
export const RESERVED = {
	'Ctrl+C': 'copy',
	'Ctrl+X': 'cut',
	'Ctrl+V': 'paste',
	'Ctrl+A': 'selectAll',
	'Shift+F10': 'menu',
	'Alt+ArrowUp': 'move',
	'Alt+ArrowDown': 'move',
	'Ctrl+Enter': 'send',
	'Ctrl+T': 'browser',
	'Ctrl+W': 'browser',
	'Ctrl+N': 'browser',
	'Ctrl+Tab': 'browser',
	'Alt+F4': 'browser',
	F5: 'browser',
	'Ctrl+R': 'browser',
	F11: 'browser',
	F12: 'browser',
} as const satisfies Readonly<Record<string, string>>;
export type ReservedFor = (typeof RESERVED)[keyof typeof RESERVED] | 'payload';

/** Why a command cannot have a key. */
export type KeyFault =
	| { readonly reason: 'plain' }
	| { readonly reason: 'reserved'; readonly by: ReservedFor }
	| { readonly reason: 'taken'; readonly by: Shortcut };

/** What is wrong with a key for a command; undefined when it can have it. */
export function keyFault(chord: string, command: Shortcut, chosen: ChosenKeys): KeyFault | undefined {
	const taken = commandOf(chord, chosen);
	if (taken !== undefined && taken !== command) return { reason: 'taken', by: taken };
	const reserved = Object.entries(RESERVED).find(([key]) => key === chord)?.[1];
	if (reserved !== undefined) return { reason: 'reserved', by: reserved };
	if (/^Alt\+[1-9]$/.test(chord)) return { reason: 'reserved', by: 'payload' };
	if (isPlain(chord) && !keysOf(command, {}).includes(chord)) return { reason: 'plain' };
	return undefined;
}

/** It types or moves something in a text field: neither Ctrl nor Alt, nor a function key. */
export function isPlain(chord: string): boolean {
	return !/(?:^|\+)(?:Ctrl|Alt)\+/.test(chord) && !/^(?:Shift\+)?F\d+$/.test(chord);
}

/** A key as people read it: `Ctrl Shift E`. */
export function keyText(chord: string): string {
	return chord.replaceAll('+', ' ').replace('Arrow', '');
}

/** The first key of a command as people read it; undefined where it has none. */
export function shortcutText(command: Shortcut): string | undefined {
	const [key] = keysOf(command, useSettings.getState().keys);
	return key === undefined ? undefined : keyText(key);
}
