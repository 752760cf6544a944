import { EditorView } from '@codemirror/view';

/**
 * Replaces a selection with typed text itself. The browser would copy the old text's style into an attribute, which the
 * page's policy refuses and reports.
 */
export const replaceSelection = EditorView.domEventHandlers({
	beforeinput(event, view) {
		const { state } = view;
		const { from, to, empty } = state.selection.main;
		const text = event.data;
		if (empty || view.composing || event.inputType !== 'insertText' || text === null || text === '') return false;
		event.preventDefault();
		const insert = () => state.update(state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
		const handled = state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, text, insert));
		if (!handled) view.dispatch(insert());
		return true;
	},
});
