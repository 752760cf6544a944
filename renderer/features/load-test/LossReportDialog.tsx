import { useEffect, useMemo, useState } from 'react';
import type { LedgerFigures } from '../../../common/contract/calls/loss-report.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { Numbering } from '../../../common/contract/config/numbering.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import { formatCount } from '../../app/shared/format.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FIRST_NUMBERING, numberingOf } from './draft.ts';
import { LossReportTable } from './LossReportTable.tsx';
import { NumberingFields } from './NumberingFields.tsx';
import { followLossReport, setLossReport } from './store.ts';
import './load-test.css';

/** The report on the numbered messages that an endpoint received. */
export function LossReportDialog({ id }: { readonly id: string }) {
	const state = useWorkbench((workbench) => workbench.endpoints.get(id));
	const [figures, setFigures] = useState<LedgerFigures | null>(null);
	useEffect(() => followLossReport(id, setFigures), [id]);
	return (
		<Dialog title={`Loss report of ${state?.config.name ?? 'endpoint'}`} onClose={closeDialog} width={980}>
			<div className="load-test-body">
				{state === undefined ? (
					<p className="load-test-help">The endpoint is no longer there.</p>
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
	const { value: numbering, errors } = useMemo(() => numberingOf(draft), [draft]);
	return (
		<form
			className="load-test-form"
			noValidate
			aria-label="Loss report"
			onSubmit={(event) => {
				event.preventDefault();
				if (numbering !== undefined) void setLossReport(id, numbering);
			}}
		>
			<p className="load-test-help">
				A loss report counts which of the numbered messages that this endpoint receives are lost, duplicated, reordered
				or late. A load test, of this or another Wirebench, sends them, or any program that numbers its messages.
			</p>
			<NumberingFields draft={draft} onChange={setDraft} error={errors.numbering} />
			<footer className="load-test-foot">
				<Button type="submit" variant="primary" disabled={numbering === undefined}>
					Keep a loss report
				</Button>
			</footer>
		</form>
	);
}

async function copy(figures: LedgerFigures): Promise<void> {
	try {
		await writeClipboard(JSON.stringify(figures, undefined, '\t'));
		toast({ tone: 'info', title: 'Loss report copied as JSON' });
	} catch (error) {
		toastError('The loss report was not copied', error);
	}
}

function Kept({ state, figures }: { readonly state: EndpointState; readonly figures: LedgerFigures }) {
	const { id, config } = state;
	const ledger = 'ledger' in config ? config.ledger : undefined;
	const { numbered, unnumbered, untracked, streams } = figures;
	return (
		<>
			{streams.length === 0 ? (
				<EmptyState title="No numbered messages yet">{waiting(state, ledger)}</EmptyState>
			) : (
				<LossReportTable streams={streams} />
			)}
			<footer className="load-test-foot">
				<p className="load-test-help" aria-live="off">
					{formatCount(numbered)} numbered, {formatCount(unnumbered)} other messages
					{untracked > 0 ? `, ${formatCount(untracked)} of further senders` : ''}
				</p>
				<Button onClick={() => void copy(figures)}>Copy as JSON</Button>
				<Button onClick={() => void setLossReport(id, null)}>Keep none</Button>
				<Button onClick={() => void setLossReport(id, ledger ?? { type: 'header' })}>Start again</Button>
			</footer>
		</>
	);
}

/** What to do so that messages arrive. */
function waiting({ config, status }: EndpointState, ledger: Numbering | undefined): string {
	const what = ledger?.type === 'text' ? `messages like “${ledger.text}”` : 'messages with a header';
	if (status !== 'open') return `It looks for ${what}. Start ${config.name} to receive.`;
	if ('framing' in config && config.framing.type === 'none') {
		return `It looks for ${what}, and takes each read for a message: say in “Messages…” how long they are or how they end.`;
	}
	return `It looks for ${what}. “Load test…” in the menu of another endpoint sends them.`;
}
