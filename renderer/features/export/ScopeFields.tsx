import { formatCount } from '../../app/shared/format.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import type { Around, DraftFaults, ExportDraft, Scope } from './draft.ts';

interface ScopeFieldsProps {
	readonly draft: ExportDraft;
	readonly around: Around;
	/** Number of events that match the filter so far. */
	readonly matched: number | undefined;
	readonly faults: DraftFaults;
	readonly change: (patch: Partial<ExportDraft>) => void;
}

/** The scope: which events. */
export function ScopeFields({ draft, around, matched, faults, change }: ScopeFieldsProps) {
	const { stored, filter, connection } = around;
	const scopes: readonly { readonly scope: Scope; readonly label: string; readonly off: boolean }[] = [
		{ scope: 'all', label: `All events (${formatCount(stored)})`, off: false },
		{ scope: 'filter', label: filterLabel(filter, matched), off: filter === '' },
		{
			scope: 'connection',
			label: connection === undefined ? 'The selected connection (none is)' : `Connection #${connection}`,
			off: connection === undefined,
		},
		{ scope: 'range', label: 'A range of events', off: stored === 0 },
	];
	return (
		<fieldset className="export-group">
			<legend>Events</legend>
			{scopes.map(({ scope, label, off }) => (
				<label key={scope} className="export-scope">
					<input
						type="radio"
						name="export-scope"
						checked={draft.scope === scope}
						disabled={off}
						onChange={() => change({ scope })}
					/>
					<span>{label}</span>
				</label>
			))}
			{draft.scope === 'range' ? (
				<div className="export-range">
					<NumberField
						label="First event"
						value={draft.first}
						min={1}
						max={stored}
						onChange={(first) => change({ first })}
						error={faults.range}
					/>
					<NumberField
						label="Last event"
						value={draft.last}
						min={1}
						max={stored}
						onChange={(last) => change({ last })}
					/>
				</div>
			) : null}
		</fieldset>
	);
}

function filterLabel(filter: string, matched: number | undefined): string {
	if (filter === '') return 'What the filter shows (none is on)';
	return matched === undefined ? 'What the filter shows' : `What the filter shows (${formatCount(matched)})`;
}
