import { useMemo, useState } from 'react';
import type { Expectation } from '../../../../common/protocol-tests/expectation-schema.ts';
import { ConditionField } from '../../../app/shared/structures/condition/ConditionField.tsx';
import { usePrograms } from '../../../app/shared/structures/programs.ts';
import { StructureSelect } from '../../../app/shared/structures/StructureSelect.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { capturesIn, captureText } from './captures.ts';

interface FieldsExpectationProps {
	/** What it belongs to, as the beginning of accessible names: `Step 3`. */
	readonly name: string;
	readonly expectation: Expectation & { type: 'fields' };
	readonly fault: string | undefined;
	readonly onChange: (expectation: Expectation) => void;
}

/** A message by its fields: the structure, the condition, and the variables that get values of fields. */
export function FieldsExpectation({ name, expectation, fault, onChange }: FieldsExpectationProps) {
	const { expectation: text } = useDialogWords().tests;
	const program = usePrograms().get(expectation.structure);
	const variables = useMemo(() => variablesIn(expectation.condition), [expectation.condition]);
	const [written, setWritten] = useState(() => captureText(expectation.capture));
	const capture = (typed: string): void => {
		setWritten(typed);
		const { capture: _before, ...rest } = expectation;
		const variables = capturesIn(typed);
		onChange(Object.keys(variables).length === 0 ? rest : { ...rest, capture: variables });
	};
	return (
		<span className="tests-wide tests-fields">
			<StructureSelect
				name={name}
				value={expectation.structure}
				onChange={(structure) => onChange({ ...expectation, structure })}
			/>
			<ConditionField
				label={text.condition(name)}
				program={program}
				variables={variables}
				placeholder={text.everyMessage}
				value={expectation.condition}
				onChange={(condition) => onChange({ ...expectation, condition })}
				error={fault}
			/>
			<TextField
				label={text.captures(name)}
				hideLabel
				mono
				placeholder="seq = frame.sequence, …"
				value={written}
				onChange={capture}
			/>
		</span>
	);
}

/** The variables that a condition names: whether the test has them is looked at when it runs. */
function variablesIn(condition: string): ReadonlySet<string> {
	return new Set([...condition.matchAll(/\bvar\.(\w+)/g)].flatMap(([, name]) => name ?? []));
}
