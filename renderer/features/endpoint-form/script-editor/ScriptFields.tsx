import { lazy, Suspense } from 'react';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import type { FormPart } from '../draft/form-part.ts';
import type { ScriptDraft } from '../draft/script-draft.ts';
import type { Ran } from './editor/ran.ts';
import { problemOf } from './editor/script-problem.ts';
import './editor/answers-by.css';

/** Loaded on first use: it is larger than the rest of the window together. */
const ScriptEditor = lazy(() => import('./editor/ScriptEditor.tsx'));

const WAYS = [
	{ value: 'rules', label: 'Rules' },
	{ value: 'script', label: 'Script' },
] as const;

/** The choice between rules and a script. */
export function AnswersBy({ draft, change }: FormPart<ScriptDraft>) {
	return (
		<Segmented
			label="Answered by"
			value={draft.answersBy}
			segments={WAYS}
			className="answers-by"
			onChange={(answersBy) => change('responder', { answersBy })}
		/>
	);
}

const LIMITS = [
	{ name: 'timeMs', label: 'Computing of a call (ms)' },
	{ name: 'memoryMiB', label: 'Memory (MiB)' },
	{ name: 'outputKiB', label: 'Output of a call (KiB)' },
] as const satisfies readonly { name: keyof ScriptDraft['scriptLimits']; label: string }[];

/** A script that answers, and its limits. */
export function ScriptFields({ draft, change, error, ran }: FormPart<ScriptDraft> & { readonly ran: Ran | undefined }) {
	const { scriptLimits } = draft;
	return (
		<>
			<Suspense fallback={<p className="form-help">The editor comes…</p>}>
				<ScriptEditor
					source={draft.script}
					onChange={(script) => change('responder.script.source', { script })}
					error={error('responder.script.source')}
					ran={ran}
					problemOf={problemOf}
				/>
			</Suspense>
			<div className="form-length script-limits">
				{LIMITS.map(({ name, label }) => (
					<NumberField
						key={name}
						label={label}
						min={1}
						value={scriptLimits[name]}
						onChange={(text) =>
							change(`responder.script.limits.${name}`, { scriptLimits: { ...scriptLimits, [name]: text } })
						}
						error={error(`responder.script.limits.${name}`)}
					/>
				))}
			</div>
			<p className="form-help">
				It runs by itself, without files, network or anything else of this machine. One that breaks a limit is stopped
				for that connection, one without memory for all; the endpoint goes on. Ctrl+Space lists what it can use.
			</p>
		</>
	);
}
