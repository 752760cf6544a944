import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { replaceSelection } from './replace-selection.ts';
import { appearance } from './theme.ts';

/** Ctrl+Enter belongs to the form; Tab moves to the next field, as everywhere: Ctrl+] and Ctrl+[ indent. */
const keys = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter');

/** What editors of a text and of a line have in common. */
const writing: readonly Extension[] = [
	history(),
	drawSelection(),
	bracketMatching(),
	closeBrackets(),
	autocompletion({ icons: false }),
	EditorView.contentAttributes.of({
		tabindex: '0',
		spellcheck: 'false',
		autocapitalize: 'off',
	}),
	replaceSelection,
	appearance,
];

/** All extensions of an editor except its language and its callbacks. */
export const editing: readonly Extension[] = [
	lineNumbers(),
	indentUnit.of('  '),
	indentOnInput(),
	lintGutter(),
	keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...keys]),
	writing,
];

/** The same of an editor of one line: Enter is for the form, unless it accepts a completion. */
export const editingLine: readonly Extension[] = [
	keymap.of([
		...closeBracketsKeymap,
		...completionKeymap,
		...historyKeymap,
		...keys.filter(({ key }) => key !== 'Enter'),
	]),
	EditorState.transactionFilter.of((transaction) => (transaction.newDoc.lines > 1 ? [] : transaction)),
	EditorView.theme({ '.cm-content': { padding: '3px 0' }, '.cm-line': { padding: '0 8px' } }),
	writing,
];
