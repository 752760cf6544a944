import { useMemo } from 'react';
import { ComposedFields } from '../../../app/shared/structures/compose/ComposedFields.tsx';
import { usePrograms } from '../../../app/shared/structures/programs.ts';
import type { ActionDraft } from '../draft/answers-draft.ts';

interface ComposeFieldsProps {
	/** The name of the reply: part of the accessible names. */
	readonly name: string;
	readonly action: ActionDraft;
	/** The id of the structure of what is answered; undefined where the rule does not read it by fields. */
	readonly request: string | undefined;
	readonly onChange: (patch: Partial<ActionDraft>) => void;
	readonly error: string | undefined;
}

/** A reply that is composed from the values of its fields. */
export function ComposeFields({ name, action, request, onChange, error }: ComposeFieldsProps) {
	const answered = usePrograms().get(request ?? '');
	const sources = useMemo(() => ({ request: answered }), [answered]);
	return (
		<div className="rule-fields">
			<ComposedFields
				name={name}
				message={{ structure: action.composeStructure, values: action.composeValues }}
				sources={sources}
				error={error}
				onChange={({ structure, values }) => onChange({ composeStructure: structure, composeValues: values })}
			/>
		</div>
	);
}
