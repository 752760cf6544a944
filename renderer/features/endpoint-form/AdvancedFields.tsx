import { isClient, traitsOf } from '../../../common/endpoints/index.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { ClientFields, ReconnectFields } from './ClientFields.tsx';
import type { FormPart } from './draft/form-part.ts';
import { ViaFields } from './UpstreamProxyFields.tsx';

const PEER_END = [
	{ value: 'end', label: 'end too, once all is sent' },
	{ value: 'end-at-once', label: 'end at once' },
	{ value: 'keep', label: 'stay half open' },
] as const;

const SERVE = [
	{ value: 'all', label: 'all at once' },
	{ value: 'one-at-a-time', label: 'one at a time' },
] as const;

/** Rarely changed fields, collapsed. */
export function AdvancedFields({ draft, change, error }: FormPart) {
	return (
		<details className="form-more">
			<summary>More options</summary>
			<div className="form-grid">
				<Select
					label="When the peer ends"
					value={draft.afterPeerEnd}
					choices={PEER_END}
					onChange={(afterPeerEnd) => change('afterPeerEnd', { afterPeerEnd })}
				/>
				{draft.kind === 'tcp-server' || draft.kind === 'unix-server' ? (
					<Select
						label="Clients are served"
						value={draft.serve}
						choices={SERVE}
						onChange={(serve) => change('serve', { serve })}
					/>
				) : null}
				{isClient(draft.kind) ? null : (
					<NumberField
						label="Accept queue (backlog)"
						min={1}
						max={65535}
						placeholder="511"
						value={draft.backlog}
						onChange={(backlog) => change('backlog', { backlog })}
						error={error('backlog')}
					/>
				)}
			</div>
			{draft.kind === 'tcp-client' ? <ClientFields draft={draft} change={change} error={error} /> : null}
			{draft.kind === 'tcp-client' ? <ViaFields draft={draft} change={change} error={error} /> : null}
			{isClient(draft.kind) ? <ReconnectFields draft={draft} change={change} error={error} /> : null}
			{traitsOf(draft.kind).protocol === 'unix' ? null : (
				<Checkbox
					label="Send small writes at once (TCP_NODELAY)"
					checked={draft.noDelay}
					onChange={(noDelay) => change('noDelay', { noDelay })}
				/>
			)}
		</details>
	);
}
