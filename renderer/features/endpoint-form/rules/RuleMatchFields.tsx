import { ConditionField } from '../../../app/shared/structures/condition/ConditionField.tsx';
import { usePrograms } from '../../../app/shared/structures/programs.ts';
import { StructureSelect } from '../../../app/shared/structures/StructureSelect.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { RuleMatchDraft } from '../draft/match-draft.ts';
import { BYTE_MATCHES, MatchLine } from './MatchLine.tsx';
import { PatternFields } from './PatternFields.tsx';

const MATCHES = [...BYTE_MATCHES, 'fields'] as const;

interface RuleMatchFieldsProps {
	/** The name of the rule, as a part of accessible names. */
	readonly name: string;
	readonly rule: RuleMatchDraft;
	readonly onChange: (patch: Partial<RuleMatchDraft>) => void;
	readonly error: (field: 'match' | 'match.structure' | 'match.condition') => string | undefined;
	/** It was added just now: its pattern gets the focus. */
	readonly fresh: boolean;
}

/** The condition of a rule of a responder, over the bytes or the fields of a message. */
export function RuleMatchFields({ name, rule, onChange, error, fresh }: RuleMatchFieldsProps) {
	const { match: words } = useDialogWords().endpointForm.rules;
	const { match, structure, condition, ...bytes } = rule;
	const program = usePrograms().get(structure);
	return (
		<MatchLine ways={MATCHES} way={match} onChange={(chosen) => onChange({ match: chosen })}>
			{match === 'fields' ? (
				<div className="rule-fields">
					<StructureSelect
						name={name}
						value={structure}
						onChange={(chosen) => onChange({ structure: chosen })}
						error={error('match.structure')}
					/>
					<ConditionField
						label={words.condition}
						program={program}
						placeholder={words.everyMessage}
						value={condition}
						onChange={(written) => onChange({ condition: written })}
						error={error('match.condition')}
					/>
				</div>
			) : (
				<PatternFields rule={{ match, ...bytes }} onChange={onChange} error={error('match')} fresh={fresh} />
			)}
		</MatchLine>
	);
}
