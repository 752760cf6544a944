import type { ComposedMessage } from '../../../../../common/contract/config/fields.ts';
import type { Sources } from '../../../../../common/structure/index.ts';
import { usePrograms } from '../programs.ts';
import { StructureSelect } from '../StructureSelect.tsx';
import { ValuesForm } from './ValuesForm.tsx';

interface ComposedFieldsProps {
	/** What the message is for: part of the accessible names. */
	readonly name: string;
	readonly message: ComposedMessage;
	/** What expressions are over; left out: that is not known here. */
	readonly sources?: Sources;
	readonly error: string | undefined;
	readonly onChange: (message: ComposedMessage) => void;
}

/** A message that is composed from the values of its fields: its structure, and these. */
export function ComposedFields({ name, message, sources, error, onChange }: ComposedFieldsProps) {
	const { structure, values } = message;
	const program = usePrograms().get(structure);
	// Where all of them can be checked, faults of values stand at the values.
	const isAtValues = program !== undefined && sources !== undefined;
	return (
		<>
			<StructureSelect
				name={name}
				value={structure}
				onChange={(chosen) => onChange({ structure: chosen, values: {} })}
				error={isAtValues ? undefined : error}
			/>
			{program === undefined ? null : (
				<ValuesForm
					key={program.id}
					name={name}
					program={program}
					values={values}
					sources={sources}
					onChange={(changed) => onChange({ structure, values: { ...changed } })}
				/>
			)}
		</>
	);
}
