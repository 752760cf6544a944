import type { ReactNode } from 'react';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { BacklogDraft, NoDelayDraft, PeerEndDraft, ServeDraft } from '../draft/parts.ts';

const PEER_END = ['end', 'end-at-once', 'keep'] as const;
const SERVE = ['all', 'one-at-a-time'] as const;

/** Rarely changed fields, collapsed. `grid`: small fields, side by side. */
export function MoreOptions({ grid, children }: { readonly grid: ReactNode; readonly children?: ReactNode }) {
	const words = useDialogWords().endpointForm.fields;
	return (
		<details className="form-more">
			<summary>{words.more}</summary>
			<div className="form-grid">{grid}</div>
			{children}
		</details>
	);
}

export function PeerEndField({ draft, change }: FormPart<PeerEndDraft>) {
	const words = useDialogWords().endpointForm.fields.peerEnd;
	return (
		<Select
			label={words.label}
			aside={<ExplainButton explains="fields.peerEnd" />}
			value={draft.afterPeerEnd}
			choices={PEER_END.map((value) => ({ value, label: words[value] }))}
			onChange={(afterPeerEnd) => change('afterPeerEnd', { afterPeerEnd })}
		/>
	);
}

export function ServeField({ draft, change }: FormPart<ServeDraft>) {
	const words = useDialogWords().endpointForm.fields.serve;
	return (
		<Select
			label={words.label}
			aside={<ExplainButton explains="fields.serve" />}
			value={draft.serve}
			choices={SERVE.map((value) => ({ value, label: words[value] }))}
			onChange={(serve) => change('serve', { serve })}
		/>
	);
}

export function BacklogField({ draft, change, error }: FormPart<BacklogDraft>) {
	const words = useDialogWords().endpointForm.fields;
	return (
		<NumberField
			label={words.backlog}
			aside={<ExplainButton explains="options.backlog" />}
			min={1}
			max={65535}
			placeholder="511"
			value={draft.backlog}
			onChange={(backlog) => change('backlog', { backlog })}
			error={error('backlog')}
		/>
	);
}

export function NoDelayField({ draft, change }: FormPart<NoDelayDraft>) {
	const words = useDialogWords().endpointForm.fields;
	return (
		<Checkbox
			label={words.noDelay}
			aside={<ExplainButton explains="options.noDelay" />}
			checked={draft.noDelay}
			onChange={(noDelay) => change('noDelay', { noDelay })}
		/>
	);
}
