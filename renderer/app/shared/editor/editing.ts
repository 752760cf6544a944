import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { replaceSelection } from './replace-selection.ts';
import { appearance } from './theme.ts';

/** Ctrl+Enter belongs to the form; Tab moves to the next field, as everywhere: Ctrl+] and Ctrl+[ indent. */
const keys = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter');

/** All extensions of an editor except its language and its callbacks. */
export const editing: readonly Extension[] = [
	lineNumbers(),
	history(),
	drawSelection(),
	indentUnit.of('  '),
	indentOnInput(),
	bracketMatching(),
	closeBrackets(),
	autocompletion({ icons: false }),
	lintGutter(),
	keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...keys]),
	EditorView.contentAttributes.of({
		tabindex: '0',
		spellcheck: 'false',
		autocapitalize: 'off',
	}),
	replaceSelection,
	appearance,
];
