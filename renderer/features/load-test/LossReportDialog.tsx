import { useEffect, useState } from 'react';
import type { LedgerFigures } from '../../../common/contract/calls/loss-report.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { Numbering } from '../../../common/contract/config/numbering.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { dialogWords, useDialogWords } from '../../words/dialogs.ts';
import { FIRST_NUMBERING, numberingOf } from './draft.ts';
import { LossReportTable } from './LossReportTable.tsx';
import { NumberingFields } from './NumberingFields.tsx';
import { followLossReport, setLossReport } from './store.ts';
import './load-test.css';

/** The report on the numbered messages that an endpoint received. */
export function LossReportDialog({ id }: { readonly id: string }) {
	const state = useWorkbench((workbench) => workbench.endpoints.get(id));
	const {
		loadTest: { gone },
		lossReport: text,
	} = useDialogWords();
	const [figures, setFigures] = useState<LedgerFigures | null>(null);
	useEffect(() => followLossReport(id, setFigures), [id]);
	return (
		<Dialog
			title={state === undefined ? text.titleUnknown : text.title(state.config.name)}
			onClose={closeDialog}
			width={980}
		>
			<div className="load-test-body">
				{state === undefined ? (
					<p className="load-test-help">{gone}</p>
				) : figures === null ? (
					<Begin id={id} />
				) : (
					<Kept state={state} figures={figures} />
				)}
			</div>
		</Dialog>
	);
}

/** No loss report: how to start one. */
function Begin({ id }: { readonly id: string }) {
	const [draft, setDraft] = useState(FIRST_NUMBERING);
	const text = useDialogWords().lossReport;
	const { value: numbering, errors } = numberingOf(draft);
	return (
		<form
			className="load-test-form"
			noValidate
			aria-label={text.form}
			onSubmit={(event) => {
				event.preventDefault();
				if (numbering !== undefined) void setLossReport(id, numbering);
			}}
		>
			<p className="load-test-help">{text.about}</p>
			<NumberingFields draft={draft} onChange={setDraft} error={errors.numbering} />
			<footer className="load-test-foot">
				<Button type="submit" variant="primary" disabled={numbering === undefined}>
					{text.keep}
				</Button>
			</footer>
		</form>
	);
}

async function copy(figures: LedgerFigures): Promise<void> {
	const text = dialogWords().lossReport;
	try {
		await writeClipboard(JSON.stringify(figures, undefined, '\t'));
		toast({ tone: 'info', title: text.copied });
	} catch (error) {
		toastError(text.notCopied, error);
	}
}

function Kept({ state, figures }: { readonly state: EndpointState; readonly figures: LedgerFigures }) {
	const text = useDialogWords().lossReport;
	const { id, config } = state;
	const ledger = 'ledger' in config ? config.ledger : undefined;
	const { numbered, unnumbered, untracked, streams } = figures;
	return (
		<>
			{streams.length === 0 ? (
				<EmptyState title={text.nothing}>{waiting(state, ledger, text)}</EmptyState>
			) : (
				<LossReportTable streams={streams} />
			)}
			<footer className="load-test-foot">
				<p className="load-test-help" aria-live="off">
					{untracked > 0 ? text.countsUntracked(numbered, unnumbered, untracked) : text.counts(numbered, unnumbered)}
				</p>
				<Button onClick={() => void copy(figures)}>{text.copy}</Button>
				<Button onClick={() => void setLossReport(id, null)}>{text.keepNone}</Button>
				<Button onClick={() => void setLossReport(id, ledger ?? { type: 'header' })}>{text.again}</Button>
			</footer>
		</>
	);
}

/** What to do so that messages arrive. */
function waiting(
	{ config, status }: EndpointState,
	ledger: Numbering | undefined,
	{ wanted, waiting: text }: DialogWords['lossReport'],
): string {
	const what = ledger?.type === 'text' ? wanted.text(ledger.text) : wanted.header;
	if (status !== 'open') return text.closed(what, config.name);
	if ('framing' in config && config.framing.type === 'none') return text.unframed(what);
	return text.open(what);
}
