import { expect, test } from 'vitest';
import { chordOf, commandOf, isPlain, keyFault, keysOf, keyText, SHORTCUT_NAMES } from './shortcuts.ts';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const CTRL = { ...NONE, ctrlKey: true };

test.each([
	[{ key: 'f', code: 'KeyF', ...CTRL }, 'Ctrl+F'],
	[{ key: 'F', code: 'KeyF', ...CTRL, shiftKey: true }, 'Ctrl+Shift+F'],
	[{ key: 'k', code: 'KeyK', ...NONE, metaKey: true }, 'Ctrl+K'],
	// A Mac types a dead key with Option, a Russian keyboard no Latin letter.
	[{ key: 'Dead', code: 'KeyN', ...NONE, altKey: true }, 'Alt+N'],
	[{ key: '˜', code: 'KeyN', ...NONE, altKey: true }, 'Alt+N'],
	[{ key: 'а', code: 'KeyF', ...CTRL }, 'Ctrl+F'],
	// By its character: on a German keyboard the slash is Shift 7.
	[{ key: '/', code: 'Digit7', ...NONE, shiftKey: true }, '/'],
	[{ key: '/', code: 'Slash', ...NONE }, '/'],
	[{ key: ',', code: 'Comma', ...CTRL }, 'Ctrl+,'],
	[{ key: 'F3', code: 'F3', ...NONE, shiftKey: true }, 'Shift+F3'],
	[{ key: '+', code: 'Equal', ...CTRL }, 'Ctrl+Plus'],
	[{ key: 'ArrowUp', code: 'ArrowUp', ...NONE, altKey: true }, 'Alt+ArrowUp'],
	[{ key: 'Shift', code: 'ShiftLeft', ...NONE, shiftKey: true }, undefined],
	[{ key: 'Process', code: 'KeyA', ...NONE }, undefined],
])('%j is %s', (pressed, chord) => {
	expect(chordOf(pressed)).toBe(chord);
});

test('at first no key has two commands, and every command has one that it may have', () => {
	const keys = SHORTCUT_NAMES.flatMap((command) => keysOf(command, {}));
	expect(new Set(keys).size).toBe(keys.length);
	for (const command of SHORTCUT_NAMES) {
		for (const key of keysOf(command, {})) expect(keyFault(key, command, {}), command).toBeUndefined();
	}
});

test('a chosen key replaces those of its command and frees them; a command may have none', () => {
	const chosen = { filter: 'Ctrl+Shift+F', export: '' };
	expect(commandOf('Ctrl+Shift+F', chosen)).toBe('filter');
	expect(commandOf('Ctrl+F', chosen)).toBeUndefined();
	expect(commandOf('/', chosen)).toBeUndefined();
	expect(keysOf('export', chosen)).toEqual([]);
	expect(keyFault('Ctrl+F', 'goto', chosen)).toBeUndefined();
	expect(keyFault('Ctrl+Shift+F', 'goto', chosen)).toEqual({ reason: 'taken', by: 'filter' });
});

test('a key that types, that a text field or a browser needs, or that sends a payload is refused', () => {
	expect(keyFault('X', 'goto', {})).toEqual({ reason: 'plain' });
	expect(keyFault('Shift+ArrowUp', 'goto', {})).toEqual({ reason: 'plain' });
	expect(keyFault('Ctrl+C', 'goto', {})).toEqual({ reason: 'reserved', by: 'copy' });
	expect(keyFault('Ctrl+W', 'goto', {})).toEqual({ reason: 'reserved', by: 'browser' });
	expect(keyFault('Alt+3', 'goto', {})).toEqual({ reason: 'reserved', by: 'payload' });
	expect(isPlain('Shift+F9')).toBe(false);
	expect(keyText('Ctrl+Shift+ArrowUp')).toBe('Ctrl Shift Up');
});
