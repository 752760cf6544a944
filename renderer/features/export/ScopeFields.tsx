import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { type Around, type DraftFaults, type ExportDraft, messagesOf, type Scope } from './draft.ts';

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
	const text = useDialogWords().exportDialog;
	const { stored, filter, connection } = around;
	const listed = messagesOf(draft, around);
	const rows = listed ? text.ofMessages : text;
	const count = listed?.items ?? stored;
	// The filter of the log counts what the log lists.
	const isOfLog = (listed === undefined) === (around.listed === undefined);
	const scopes: readonly { readonly scope: Scope; readonly label: string; readonly off: boolean }[] = [
		{ scope: 'all', label: rows.all(count), off: false },
		{ scope: 'filter', label: filterLabel(filter, isOfLog ? matched : undefined, text), off: filter === '' },
		{
			scope: 'connection',
			label: connection === undefined ? text.noConnection : text.connection(String(connection)),
			off: connection === undefined,
		},
		{ scope: 'range', label: rows.range, off: count === 0 },
	];
	return (
		<fieldset className="export-group explained">
			<legend>
				{listed ? text.messages : text.events} <ExplainButton explains="dialogs.scope" />
			</legend>
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
						label={rows.first}
						aside={<ExplainButton explains="dialogs.scope" />}
						value={draft.first}
						min={1}
						max={count}
						onChange={(first) => change({ first })}
						error={faults.range}
					/>
					<NumberField
						label={rows.last}
						aside={<ExplainButton explains="dialogs.scope" />}
						value={draft.last}
						min={1}
						max={count}
						onChange={(last) => change({ last })}
					/>
				</div>
			) : null}
		</fieldset>
	);
}

function filterLabel(filter: string, matched: number | undefined, text: DialogWords['exportDialog']): string {
	if (filter === '') return text.noFilter;
	return matched === undefined ? text.filter : text.filtered(matched);
}
