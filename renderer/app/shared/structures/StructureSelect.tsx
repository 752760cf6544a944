import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { idOf, titleOf, useStructures } from '../../state/templates/structures.ts';
import { ExplainButton } from '../explain/ExplainButton.tsx';

interface StructureSelectProps {
	/** As the beginning of the accessible name: `Step 3`. */
	readonly name: string;
	/** The id of the structure; empty: none is chosen. */
	readonly value: string;
	readonly onChange: (id: string) => void;
	readonly error?: string | undefined;
	readonly className?: string;
}

/** One of the structures of the workspace. */
export function StructureSelect({ name, value, onChange, error, className }: StructureSelectProps) {
	const structures = useStructures((state) => state.structures);
	const { choose: words } = useDialogWords().structures;
	const known = structures.map((one) => ({ value: idOf(one), label: titleOf(one) }));
	const isKnown = known.some((one) => one.value === value);
	const none = structures.length === 0 ? words.none : words.one;
	return (
		<Select
			label={words.label(name)}
			aside={<ExplainButton explains="answers.structure" />}
			hideLabel
			{...(className === undefined ? {} : { className })}
			value={value}
			choices={[...(isKnown ? [] : [{ value, label: value === '' ? none : value }]), ...known]}
			onChange={onChange}
			error={error}
		/>
	);
}
