import { forceLinting, linter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useCallback, useEffect, useRef, useState } from 'react';
import { faultReason } from '../../../../../common/script/index.ts';
import { faultText } from '../../../../words/errors.ts';
import { editing } from './extensions.ts';
import { diagnosticOf } from './problems.ts';
import type { Ran } from './ran.ts';
import type { Problem } from './script-problem.ts';
import './script.css';
import { useDialogWords } from '../../../../words/dialogs.ts';

/** Milliseconds without typing before the script is checked. */
const PAUSE_MS = 250;

interface ScriptEditorProps {
	readonly source: string;
	readonly onChange: (source: string) => void;
	readonly error: string | undefined;
	readonly ran: Ran | undefined;
	/** Returns the fault of a script. A property, so that the lazy chunk contains only the editor. */
	readonly problemOf: (source: string, ran: Ran | undefined) => Promise<Problem | undefined>;
}

/**
 * An editor for a script. Syntax errors are marked while typing; nothing is run. It is in a shadow root, where its
 * styles are adopted style sheets, which the page's policy allows.
 */
export default function ScriptEditor({ source, onChange, error, ran, problemOf }: ScriptEditorProps) {
	const [problem, setProblem] = useState<Problem>();
	const { script: words } = useDialogWords().endpointForm;
	const view = useRef<EditorView>(null);
	const latest = useRef({ source, onChange, ran, problemOf, label: words.script });
	latest.current = { source, onChange, ran, problemOf, label: words.script };

	const attach = useCallback((host: HTMLDivElement | null) => {
		if (host === null) return;
		const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
		const state = EditorState.create({
			doc: latest.current.source,
			extensions: [
				...editing,
				EditorView.contentAttributes.of({ 'aria-label': latest.current.label }),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) latest.current.onChange(update.state.doc.toString());
				}),
				linter(
					async ({ state: { doc } }) => {
						const text = doc.toString();
						const found = await latest.current.problemOf(text, latest.current.ran);
						if (view.current?.state.doc.toString() === text) setProblem(found);
						return found === undefined ? [] : [diagnosticOf(doc, found)];
					},
					{ delay: PAUSE_MS },
				),
			],
		});
		const made = new EditorView({ state, root, parent: root });
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
		if (editor === null) return;
		const { from } = diagnosticOf(editor.state.doc, found);
		editor.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
		editor.focus();
	}

	const wrong = problem !== undefined || error !== undefined;
	return (
		<div className={wrong ? 'script script-wrong' : 'script'}>
			<div className="script-editor" ref={attach} />
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
