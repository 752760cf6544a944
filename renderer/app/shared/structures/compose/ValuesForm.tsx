import { useMemo, useState } from 'react';
import {
	compileComposed,
	compose,
	type Program,
	type Sources,
	type WrittenValues,
} from '../../../../../common/structure/index.ts';
import { useDialogWords } from '../../../../words/dialogs.ts';
import { faultText } from '../../../../words/errors.ts';
import { type FormGroup, formOfValues, valuesOfForm } from './form-value.ts';
import { LayoutFields } from './LayoutFields.tsx';
import './compose.css';

interface ValuesFormProps {
	/** What the message is for, for its accessible name. */
	readonly name: string;
	/** Another program needs another form. */
	readonly program: Program;
	readonly values: WrittenValues;
	/** What expressions are over; left out: that is not known here, and they are not checked. */
	readonly sources?: Sources | undefined;
	readonly onChange: (values: WrittenValues) => void;
}

/** The values of a composed message; those that begin with `=` are computed. */
export function ValuesForm({ name, program, values, sources, onChange }: ValuesFormProps) {
	const { structures: words } = useDialogWords();
	const [group, setGroup] = useState<FormGroup>(() => formOfValues(program, values));
	const errors = useMemo(() => errorsIn(program, values, sources), [program, values, sources]);
	const change = (next: FormGroup): void => {
		setGroup(next);
		onChange(valuesOfForm(program, next));
	};
	return (
		<fieldset className="structure-reply" aria-label={words.valuesOf(name)}>
			<p className="structure-help">{words.computedHelp}</p>
			<LayoutFields layout={program.layout} group={group} path="" errors={errors} computes onChange={change} />
		</fieldset>
	);
}

/** What is wrong with values, by their places. */
function errorsIn(program: Program, values: WrittenValues, sources: Sources | undefined): ReadonlyMap<string, string> {
	const compiled = compileComposed(program, values, sources ?? { request: undefined });
	if (!compiled.ok) return sources === undefined ? new Map() : new Map([[compiled.path, faultText(compiled)]]);
	if (!compiled.composed.isFixed) return new Map();
	const written = compose(compiled.composed);
	return new Map(written.ok ? [] : written.faults.map((fault) => [fault.field, faultText(fault)]));
}
