import { type Diagnostic, linter } from '@codemirror/lint';
import { EditorState, type Extension, StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editing, editingLine } from './editing.ts';

/** Milliseconds without typing before a text is checked. */
const PAUSE_MS = 250;

/** The text is to be checked again, though it is the same. */
const checkedAgain = StateEffect.define();

export interface AttachedEditor {
	readonly text: string;
	readonly label: string;
	readonly language: Extension;
	readonly onChange: (text: string) => void;
	/** It has one line. */
	readonly isLine?: boolean;
	/** What is wrong in a text. */
	readonly check: (state: EditorState) => Promise<readonly Diagnostic[]>;
}

/**
 * Makes an editor in a shadow root, where its styles are adopted style sheets, which the page's policy allows. Remove it with
 * its `destroy`.
 */
export function attachEditor(
	host: HTMLElement,
	{ text, label, language, onChange, isLine = false, check }: AttachedEditor,
): EditorView {
	const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
	const state = EditorState.create({
		doc: text,
		extensions: [
			...(isLine ? editingLine : editing),
			language,
			EditorView.contentAttributes.of({ 'aria-label': label }),
			EditorView.updateListener.of((update) => {
				if (update.docChanged) onChange(update.state.doc.toString());
			}),
			linter(({ state: current }) => check(current), {
				delay: PAUSE_MS,
				needsRefresh: ({ transactions }) =>
					transactions.some(({ effects }) => effects.some((one) => one.is(checkedAgain))),
			}),
		],
	});
	return new EditorView({ state, root, parent: root });
}

/** Checks the text again: what it names has changed. */
export function checkAgain(view: EditorView): void {
	view.dispatch({ effects: checkedAgain.of(null) });
}

/** Puts the cursor at an offset, scrolls there and takes the focus. */
export function goTo(view: EditorView, from: number): void {
	view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
	view.focus();
}
