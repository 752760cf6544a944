import { Select } from '../../../ui/Select.tsx';
import type { FormPart } from '../draft/form-part.ts';
import type { FamilyDraft } from '../draft/parts.ts';

const FAMILIES = [
	{ value: 'any', label: 'IPv4 and IPv6' },
	{ value: 'ipv4', label: 'IPv4 only' },
	{ value: 'ipv6', label: 'IPv6 only' },
] as const;

/** Which address families of a host name are used. */
export function FamilyField({
	draft,
	change,
	label,
}: Pick<FormPart<FamilyDraft>, 'draft' | 'change'> & { readonly label: string }) {
	return (
		<Select label={label} value={draft.family} choices={FAMILIES} onChange={(family) => change('family', { family })} />
	);
}
