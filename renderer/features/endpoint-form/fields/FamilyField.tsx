import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { FamilyDraft } from '../draft/parts.ts';

const FAMILIES = ['any', 'ipv4', 'ipv6'] as const;

/** Which address families of a host name are used. */
export function FamilyField({
	draft,
	change,
	label,
}: Pick<FormPart<FamilyDraft>, 'draft' | 'change'> & { readonly label: string }) {
	const { family: words } = useDialogWords().endpointForm.fields;
	const choices = FAMILIES.map((value) => ({ value, label: words[value] }));
	return (
		<Select
			label={label}
			aside={<ExplainButton explains="fields.family" />}
			value={draft.family}
			choices={choices}
			onChange={(family) => change('family', { family })}
		/>
	);
}
