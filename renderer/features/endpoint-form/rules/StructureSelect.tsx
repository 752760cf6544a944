import { idOf, titleOf, useStructures } from '../../../app/state/templates/structures.ts';
import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';

interface StructureSelectProps {
	/** The id of the structure; empty: none is chosen. */
	readonly value: string;
	readonly onChange: (id: string) => void;
	readonly error: string | undefined;
}

/** One of the structures of the workspace. */
export function StructureSelect({ value, onChange, error }: StructureSelectProps) {
	const structures = useStructures((state) => state.structures);
	const words = useDialogWords().endpointForm.rules;
	const known = structures.map((one) => ({ value: idOf(one), label: titleOf(one) }));
	const isKnown = known.some((one) => one.value === value);
	const none = structures.length === 0 ? words.noStructures : words.chooseStructure;
	return (
		<Select
			label={words.structure}
			hideLabel
			className="rule-match"
			value={value}
			choices={[...(isKnown ? [] : [{ value, label: value === '' ? none : value }]), ...known]}
			onChange={onChange}
			error={error}
		/>
	);
}
