import { autocompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { useCallback, useEffect, useRef } from 'react';
import { messageFormula, type Program } from '../../../../../common/structure/index.ts';
import { faultText } from '../../../../words/errors.ts';
import { attachEditor, checkAgain } from '../../editor/attach.ts';
import { completeCondition } from './completions.ts';

export interface ConditionEditorProps {
	readonly label: string;
	readonly program: Program;
	readonly value: string;
	/** Variables of a test, whose names are behind `var`; left out: there is no `var`. */
	readonly variables?: ReadonlySet<string> | undefined;
	readonly onChange: (text: string) => void;
}

/** A condition over the fields of a message, in one line, with completions and its fault at its place. */
export function ConditionEditor({ label, program, value, variables, onChange }: ConditionEditorProps) {
	const view = useRef<EditorView>(null);
	const latest = useRef({ program, variables, value, onChange });
	latest.current = { program, variables, value, onChange };

	const attach = useCallback(
		(host: HTMLDivElement | null) => {
			if (host === null) return;
			const made = attachEditor(host, {
				text: latest.current.value,
				label,
				isLine: true,
				language: autocompletion({
					icons: false,
					override: [(context) => completeCondition(latest.current.program, latest.current.variables, context)],
				}),
				onChange: (next) => latest.current.onChange(next),
				check: async (state) => {
					const text = state.doc.toString();
					if (text.trim() === '') return [];
					const made = messageFormula(text, latest.current.program, latest.current.variables);
					if (made.ok) return [];
					const from = Math.min(made.position, state.doc.length);
					return [{ from, to: state.doc.length, severity: 'error' as const, message: faultText(made) }];
				},
			});
			view.current = made;
			return () => {
				view.current = null;
				made.destroy();
			};
		},
		[label],
	);
	useEffect(() => {
		const editor = view.current;
		const text = editor?.state.doc.toString();
		if (editor !== null && text !== value)
			editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
	}, [value]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the check reads them
	useEffect(() => {
		if (view.current !== null) checkAgain(view.current);
	}, [program, variables]);
	return <div className="editor-frame condition-editor" ref={attach} />;
}
