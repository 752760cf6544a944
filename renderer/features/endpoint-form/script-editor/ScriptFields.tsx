import { lazy, Suspense } from 'react';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { ExplainedSegmented } from '../../../app/shared/explain/ExplainedSegmented.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import type { FormPart } from '../draft/form-part.ts';
import type { ScriptDraft } from '../draft/script-draft.ts';
import type { Ran } from './editor/ran.ts';
import { problemOf } from './editor/script-problem.ts';
import './editor/answers-by.css';
import { useDialogWords } from '../../../words/dialogs.ts';

/** Loaded on first use: it is larger than the rest of the window together. */
const ScriptEditor = lazy(() => import('./editor/ScriptEditor.tsx'));

const WAYS = ['rules', 'script'] as const;

/** The choice between rules and a script. */
export function AnswersBy({ draft, change }: FormPart<ScriptDraft>) {
	const { script: words } = useDialogWords().endpointForm;
	return (
		<ExplainedSegmented
			label={words.answeredBy}
			explains="answers.answeredBy"
			className="answers-by"
			value={draft.answersBy}
			segments={WAYS.map((value) => ({ value, label: words[value] }))}
			onChange={(answersBy) => change('responder', { answersBy })}
		/>
	);
}

const LIMITS = ['timeMs', 'memoryMiB', 'outputKiB'] as const satisfies readonly (keyof ScriptDraft['scriptLimits'])[];

/** A script that answers, and its limits. */
export function ScriptFields({ draft, change, error, ran }: FormPart<ScriptDraft> & { readonly ran: Ran | undefined }) {
	const { scriptLimits } = draft;
	const { script: words } = useDialogWords().endpointForm;
	return (
		<>
			<Suspense fallback={<p className="form-help">{words.loading}</p>}>
				<ScriptEditor
					source={draft.script}
					onChange={(script) => change('responder.script.source', { script })}
					error={error('responder.script.source')}
					ran={ran}
					problemOf={problemOf}
				/>
			</Suspense>
			<div className="form-length script-limits">
				{LIMITS.map((name) => (
					<NumberField
						key={name}
						label={words.limits[name]}
						aside={<ExplainButton explains="answers.scriptLimits" />}
						min={1}
						value={scriptLimits[name]}
						onChange={(text) =>
							change(`responder.script.limits.${name}`, { scriptLimits: { ...scriptLimits, [name]: text } })
						}
						error={error(`responder.script.limits.${name}`)}
					/>
				))}
			</div>
			<p className="form-help">{words.about}</p>
		</>
	);
}
