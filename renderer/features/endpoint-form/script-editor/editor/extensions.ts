import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript, javascriptLanguage } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { completeApi } from './complete.ts';
import { replaceSelection } from './replace-selection.ts';
import { appearance } from './theme.ts';

/** Ctrl+Enter belongs to the form; Tab moves to the next field, as everywhere: Ctrl+] and Ctrl+[ indent. */
const keys = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter');

/** All editor extensions except its callbacks. */
export const editing: readonly Extension[] = [
	lineNumbers(),
	history(),
	drawSelection(),
	indentUnit.of('  '),
	indentOnInput(),
	bracketMatching(),
	closeBrackets(),
	autocompletion({ icons: false }),
	javascript(),
	javascriptLanguage.data.of({ autocomplete: completeApi }),
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
