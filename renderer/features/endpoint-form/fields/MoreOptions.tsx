import type { ReactNode } from 'react';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { FormPart } from '../draft/form-part.ts';
import type { BacklogDraft, NoDelayDraft, PeerEndDraft, ServeDraft } from '../draft/parts.ts';

const PEER_END = [
	{ value: 'end', label: 'end too, once all is sent' },
	{ value: 'end-at-once', label: 'end at once' },
	{ value: 'keep', label: 'stay half open' },
] as const;

const SERVE = [
	{ value: 'all', label: 'all at once' },
	{ value: 'one-at-a-time', label: 'one at a time' },
] as const;

/** Rarely changed fields, collapsed. `grid`: small fields, side by side. */
export function MoreOptions({ grid, children }: { readonly grid: ReactNode; readonly children?: ReactNode }) {
	return (
		<details className="form-more">
			<summary>More options</summary>
			<div className="form-grid">{grid}</div>
			{children}
		</details>
	);
}

export function PeerEndField({ draft, change }: FormPart<PeerEndDraft>) {
	return (
		<Select
			label="When the peer ends"
			value={draft.afterPeerEnd}
			choices={PEER_END}
			onChange={(afterPeerEnd) => change('afterPeerEnd', { afterPeerEnd })}
		/>
	);
}

export function ServeField({ draft, change }: FormPart<ServeDraft>) {
	return (
		<Select
			label="Clients are served"
			value={draft.serve}
			choices={SERVE}
			onChange={(serve) => change('serve', { serve })}
		/>
	);
}

export function BacklogField({ draft, change, error }: FormPart<BacklogDraft>) {
	return (
		<NumberField
			label="Accept queue (backlog)"
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
	return (
		<Checkbox
			label="Send small writes at once (TCP_NODELAY)"
			checked={draft.noDelay}
			onChange={(noDelay) => change('noDelay', { noDelay })}
		/>
	);
}
