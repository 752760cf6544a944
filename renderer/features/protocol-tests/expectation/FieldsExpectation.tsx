import { useState } from 'react';
import type { Expectation } from '../../../../common/protocol-tests/expectation-schema.ts';
import { messageFormula, type Program } from '../../../../common/structure/index.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { ConditionField } from '../../../app/shared/structures/condition/ConditionField.tsx';
import { usePrograms } from '../../../app/shared/structures/programs.ts';
import { StructureSelect } from '../../../app/shared/structures/StructureSelect.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { faultText } from '../../../words/errors.ts';
import { capturesIn, captureText } from './captures.ts';
import { useTestVariables } from './variables.ts';

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
	const variables = useTestVariables();
	const [written, setWritten] = useState(() => captureText(expectation.capture));
	const capture = (typed: string): void => {
		setWritten(typed);
		const { capture: _before, ...rest } = expectation;
		const captured = capturesIn(typed);
		onChange(Object.keys(captured).length === 0 ? rest : { ...rest, capture: captured });
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
				aside={<ExplainButton explains="testing.captures" />}
				hideLabel
				mono
				placeholder="seq = frame.sequence, …"
				value={written}
				onChange={capture}
				error={program && captureFault(expectation.capture, program, variables)}
			/>
		</span>
	);
}

/** What is wrong with the first captured value that cannot be computed, behind the name of its variable. */
function captureFault(
	capture: Readonly<Record<string, string>> = {},
	program: Program,
	variables: ReadonlySet<string>,
): string | undefined {
	for (const [name, expression] of Object.entries(capture)) {
		const made = messageFormula(expression, program, variables);
		if (!made.ok) return `${name}: ${faultText(made)}`;
	}
	return undefined;
}
