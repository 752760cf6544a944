import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
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
	const text = useDialogWords().exportDialog;
	const { stored, filter, connection } = around;
	const scopes: readonly { readonly scope: Scope; readonly label: string; readonly off: boolean }[] = [
		{ scope: 'all', label: text.all(stored), off: false },
		{ scope: 'filter', label: filterLabel(filter, matched, text), off: filter === '' },
		{
			scope: 'connection',
			label: connection === undefined ? text.noConnection : text.connection(String(connection)),
			off: connection === undefined,
		},
		{ scope: 'range', label: text.range, off: stored === 0 },
	];
	return (
		<fieldset className="export-group">
			<legend>{text.events}</legend>
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
						label={text.first}
						value={draft.first}
						min={1}
						max={stored}
						onChange={(first) => change({ first })}
						error={faults.range}
					/>
					<NumberField
						label={text.last}
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

function filterLabel(filter: string, matched: number | undefined, text: DialogWords['exportDialog']): string {
	if (filter === '') return text.noFilter;
	return matched === undefined ? text.filter : text.filtered(matched);
}
