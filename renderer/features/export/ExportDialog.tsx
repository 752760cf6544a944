import { type FormEvent, useState } from 'react';
import { EXPORT_FORMATS, isListFormat } from '../../../common/contract/calls/exports.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { ExplainedSegmented } from '../../app/shared/explain/ExplainedSegmented.tsx';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { fileName, startExport } from '../../app/state/capture/exports.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { listedMessages, useListing } from '../../app/state/capture/listing.ts';
import { useHost } from '../../app/state/host/host.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { shownFields } from '../../app/state/window/field-columns.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { choiceOf, type ExportDraft, faultsOf, fieldsOf, hasWay, proposedName, type Way } from './draft.ts';
import { ScopeFields } from './ScopeFields.tsx';
import './export.css';

const WAYS = ['both', 'in', 'out'] as const;

/** The format of the last export: most people use one format. */
let lastFormat: ExportDraft['format'] = 'pcapng';

/** The scope and format of an export. */
export function ExportDialog() {
	const stored = useCaptureStatus((capture) => capture.stored);
	const filter = useFilter((state) => state.applied);
	const matched = useFilter((state) => state.state?.matched);
	const connection = useSelection((selection) => selection.connection ?? selection.closed);
	const dialogOfHost = useHost((host) => host.info?.capabilities.saveDialog ?? false);
	const listing = useListing();
	const messages = listedMessages(listing);
	const listed = messages && { messages, items: listing.state?.items ?? 0 };
	const [draft, setDraft] = useState<ExportDraft>(() =>
		firstDraft(isListFormat(lastFormat) ? (listed?.items ?? stored) : stored, filter),
	);
	const { ui } = useWords();
	const text = useDialogWords().exportDialog;
	const change = (patch: Partial<ExportDraft>) => setDraft((before) => ({ ...before, ...patch }));
	const around = { stored, filter, connection, listed, fields: shownFields() };
	const faults = faultsOf(draft, around, text);
	const faulty = Object.keys(faults).length > 0;

	const file = fileName(draft.name.trim(), draft.format);

	function submit(event: FormEvent): void {
		event.preventDefault();
		if (faulty) return;
		lastFormat = draft.format;
		closeDialog();
		void startExport(choiceOf(draft, around));
	}

	return (
		<Dialog title={text.title} onClose={closeDialog} width={560}>
			<form className="export" noValidate onSubmit={submit} aria-label={text.title}>
				<div className="export-body">
					<fieldset className="export-group explained">
						<legend>
							{text.format} <ExplainButton explains="dialogs.format" />
						</legend>
						{EXPORT_FORMATS.map((format) => (
							<label key={format} className="export-format">
								<input
									type="radio"
									name="export-format"
									autoFocus={format === lastFormat}
									checked={draft.format === format}
									onChange={() => change({ format })}
								/>
								<span className="export-label">{text.formats[format].label}</span>
								<span className="export-says">{text.formats[format].says}</span>
							</label>
						))}
					</fieldset>
					{listed !== undefined && isListFormat(draft.format) ? (
						<Checkbox
							label={text.inPlace}
							aside={<ExplainButton explains="dialogs.messages" />}
							checked={draft.messages}
							onChange={(messages) => change({ messages })}
						/>
					) : null}
					{fieldsOf(draft, around).length > 0 ? (
						<Checkbox
							label={text.fields(fieldsOf(draft, around))}
							aside={<ExplainButton explains="dialogs.decoded" />}
							checked={draft.fields}
							onChange={(fields) => change({ fields })}
						/>
					) : null}
					<ScopeFields draft={draft} around={around} matched={matched} faults={faults} change={change} />
					{hasWay(draft.format) ? (
						<div className="export-ways">
							<ExplainedSegmented<Way>
								label={text.direction}
								explains="dialogs.direction"
								value={draft.way}
								segments={WAYS.map((value) => ({ value, label: text.ways[value] }))}
								onChange={(way) => change({ way })}
							/>
							{draft.format === 'c' ? (
								<Checkbox
									label={text.joined}
									aside={<ExplainButton explains="dialogs.joined" />}
									checked={draft.joined}
									onChange={(joined) => change({ joined })}
								/>
							) : null}
						</div>
					) : null}
					<TextField
						label={text.name}
						aside={<ExplainButton explains="dialogs.file" />}
						value={draft.name}
						onChange={(name) => change({ name })}
						error={faults.name}
						hint={dialogOfHost ? text.asksWhere(file) : text.downloads(file)}
					/>
				</div>
				<footer className="export-foot">
					<Button onClick={closeDialog}>{ui.cancel}</Button>
					<Button type="submit" variant="primary" disabled={faulty}>
						{ui.export}
					</Button>
				</footer>
			</form>
		</Dialog>
	);
}

function firstDraft(count: number, filter: string): ExportDraft {
	return {
		format: lastFormat,
		scope: filter === '' ? 'all' : 'filter',
		way: 'both',
		joined: false,
		messages: true,
		fields: true,
		first: String((useSelection.getState().event ?? 0) + 1),
		last: String(count),
		name: proposedName(new Date()),
	};
}
