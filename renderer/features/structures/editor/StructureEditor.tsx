import { javascriptLanguage } from '@codemirror/lang-javascript';
import { EditorView } from '@codemirror/view';
import { useCallback, useRef } from 'react';
import type { CheckedStructure, StructureProblem } from '../../../../common/structure/read.ts';
import { attachEditor, goTo } from '../../../app/shared/editor/attach.ts';
import { useDialogWords } from '../../../words/dialogs.ts';
import { faultText } from '../../../words/errors.ts';
import { checkedText } from './checked-text.ts';
import { completeStructure } from './completions.ts';
import { json } from './json-tree.ts';
import { diagnosticOf } from './problem-places.ts';
import '../../../app/shared/editor/editor.css';

/** Problems that are listed below the editor; the others are marked in it. */
const MOST_LISTED = 4;

interface StructureEditorProps {
	/** What it begins with: another structure needs another editor. */
	readonly text: string;
	readonly checked: CheckedStructure;
	readonly onChange: (text: string) => void;
}

/** The JSON of a structure, with its faults at their places and completions. */
export function StructureEditor({ text, checked, onChange }: StructureEditorProps) {
	const { structures: words } = useDialogWords();
	const view = useRef<EditorView>(null);
	const latest = useRef({ text, onChange, label: words.editor });
	latest.current = { text, onChange, label: words.editor };

	const attach = useCallback((host: HTMLDivElement | null) => {
		if (host === null) return;
		const made = attachEditor(host, {
			text: latest.current.text,
			label: latest.current.label,
			language: [json, javascriptLanguage.data.of({ autocomplete: completeStructure }), EditorView.lineWrapping],
			onChange: (next) => latest.current.onChange(next),
			check: async (state) => {
				const { problems, unknown } = checkedText(state.doc.toString());
				return [
					...problems.map((problem) => diagnosticOf(state, problem, faultText(problem), 'error')),
					...unknown.map((problem) => diagnosticOf(state, problem, faultText(problem), 'warning')),
				];
			},
		});
		view.current = made;
		return () => {
			view.current = null;
			made.destroy();
		};
	}, []);

	const { problems, unknown, usable } = checked;
	const all = [...problems, ...unknown];
	const goThere = (problem: StructureProblem) => {
		const editor = view.current;
		if (editor !== null) goTo(editor, diagnosticOf(editor.state, problem, '', 'error').from);
	};
	return (
		<div className="structure-editor">
			<div className="editor-frame structure-text" ref={attach} />
			<div className="structure-problems" role="status">
				{usable === undefined ? null : <p>{words.correct(usable.structure.fields.length)}</p>}
				{all.slice(0, MOST_LISTED).map((problem) => (
					<p key={`${problem.path} ${problem.message}`} className="structure-problem">
						<button type="button" onClick={() => goThere(problem)}>
							{problem.path === '' ? words.editor : problem.path}
						</button>
						<span>{faultText(problem)}</span>
					</p>
				))}
				{all.length > MOST_LISTED ? <p>{words.more(all.length - MOST_LISTED)}</p> : null}
			</div>
		</div>
	);
}
