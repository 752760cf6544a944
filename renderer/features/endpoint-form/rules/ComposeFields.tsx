import { useMemo } from 'react';
import { ValuesForm } from '../../../app/shared/structures/compose/ValuesForm.tsx';
import { usePrograms } from '../../../app/shared/structures/programs.ts';
import { StructureSelect } from '../../../app/shared/structures/StructureSelect.tsx';
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
	const programs = usePrograms();
	const program = programs.get(action.composeStructure);
	const answered = request === undefined ? undefined : programs.get(request);
	const sources = useMemo(() => ({ request: answered }), [answered]);
	return (
		<div className="written rule-compose">
			<StructureSelect
				name={name}
				value={action.composeStructure}
				onChange={(composeStructure) => onChange({ composeStructure, composeValues: {} })}
				error={program === undefined ? error : undefined}
			/>
			{program === undefined ? null : (
				<ValuesForm
					key={program.id}
					name={name}
					program={program}
					values={action.composeValues}
					sources={sources}
					onChange={(composeValues) => onChange({ composeValues })}
				/>
			)}
		</div>
	);
}
