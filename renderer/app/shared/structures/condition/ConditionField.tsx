import { lazy, Suspense } from 'react';
import type { Program } from '../../../../../common/structure/index.ts';
import { TextField } from '../../../../ui/TextField.tsx';
import { ExplainButton } from '../../explain/ExplainButton.tsx';
import type { ConditionEditorProps } from './ConditionEditor.tsx';
import '../../editor/editor.css';
import './condition.css';

const ConditionEditor = lazy(async () => ({ default: (await import('./ConditionEditor.tsx')).ConditionEditor }));

interface ConditionFieldProps extends Omit<ConditionEditorProps, 'program'> {
	/** Undefined: no structure is chosen, or it has problems. */
	readonly program: Program | undefined;
	readonly placeholder: string;
	readonly error: string | undefined;
}

/** A condition over the fields of a message. */
export function ConditionField({ program, placeholder, error, ...editor }: ConditionFieldProps) {
	const { label, value, onChange } = editor;
	if (program === undefined)
		return (
			<TextField
				label={label}
				aside={<ExplainButton explains="answers.condition" />}
				hideLabel
				mono
				placeholder={placeholder}
				value={value}
				onChange={onChange}
				error={error}
			/>
		);
	return (
		<div className="condition-field explained">
			<ExplainButton explains="answers.condition" />
			<Suspense fallback={<div className="editor-frame condition-editor" />}>
				<ConditionEditor key={program.id} {...editor} program={program} />
			</Suspense>
			{error !== undefined || value === '' ? (
				<div className={error === undefined ? 'ui-field-hint' : 'ui-field-error'}>{error ?? placeholder}</div>
			) : null}
		</div>
	);
}
