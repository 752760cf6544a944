import { javascript, javascriptLanguage } from '@codemirror/lang-javascript';
import { forceLinting } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import { useCallback, useEffect, useRef, useState } from 'react';
import { faultReason } from '../../../../../common/script/index.ts';
import { attachEditor, goTo } from '../../../../app/shared/editor/attach.ts';
import { faultText } from '../../../../words/errors.ts';
import { completeApi } from './complete.ts';
import { diagnosticOf } from './problems.ts';
import type { Ran } from './ran.ts';
import type { Problem } from './script-problem.ts';
import '../../../../app/shared/editor/editor.css';
import './script.css';
import { useDialogWords } from '../../../../words/dialogs.ts';

interface ScriptEditorProps {
	readonly source: string;
	readonly onChange: (source: string) => void;
	readonly error: string | undefined;
	readonly ran: Ran | undefined;
	/** Returns the fault of a script. A property, so that the lazy chunk contains only the editor. */
	readonly problemOf: (source: string, ran: Ran | undefined) => Promise<Problem | undefined>;
}

/**
 * An editor for a script. Syntax errors are marked while typing; nothing is run.
 */
export default function ScriptEditor({ source, onChange, error, ran, problemOf }: ScriptEditorProps) {
	const [problem, setProblem] = useState<Problem>();
	const { script: words } = useDialogWords().endpointForm;
	const view = useRef<EditorView>(null);
	const latest = useRef({ source, onChange, ran, problemOf, label: words.script });
	latest.current = { source, onChange, ran, problemOf, label: words.script };

	const attach = useCallback((host: HTMLDivElement | null) => {
		if (host === null) return;
		const made = attachEditor(host, {
			text: latest.current.source,
			label: latest.current.label,
			language: [javascript(), javascriptLanguage.data.of({ autocomplete: completeApi })],
			onChange: (text) => latest.current.onChange(text),
			check: async ({ doc }) => {
				const text = doc.toString();
				const found = await latest.current.problemOf(text, latest.current.ran);
				if (view.current?.state.doc.toString() === text) setProblem(found);
				return found === undefined ? [] : [diagnosticOf(doc, found)];
			},
		});
		view.current = made;
		return () => {
			view.current = null;
			made.destroy();
		};
	}, []);

	// biome-ignore lint/correctness/useExhaustiveDependencies: check again after a new fault
	useEffect(() => {
		if (view.current !== null) forceLinting(view.current);
	}, [ran]);

	function goThere(found: Problem): void {
		const editor = view.current;
		if (editor !== null) goTo(editor, diagnosticOf(editor.state.doc, found).from);
	}

	const wrong = problem !== undefined || error !== undefined;
	return (
		<div className={wrong ? 'script script-wrong' : 'script'}>
			<div className="editor-frame script-editor" ref={attach} />
			<p className="script-problem" role="status">
				{problem === undefined ? (
					(error ?? '')
				) : (
					<>
						<button type="button" onClick={() => goThere(problem)}>
							{words.place(problem.line ?? 1, problem.column ?? 1)}
						</button>
						{words.problem[problem.when](faultText(faultReason(problem)))}
					</>
				)}
			</p>
		</div>
	);
}
