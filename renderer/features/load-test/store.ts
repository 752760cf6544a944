import { create } from 'zustand';
import type { GeneratorRun } from '../../../common/contract/calls/generator.ts';
import type { LedgerFigures } from '../../../common/contract/calls/loss-report.ts';
import type { Numbering } from '../../../common/contract/config/numbering.ts';
import type { CallInput } from '../../../common/contract/index.ts';
import { session } from '../../app/state/host/session.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { dialogWords } from '../../words/dialogs.ts';
import { FIRST_PLAN, type PlanDraft } from './draft.ts';

interface LoadTests {
	/** The last edited plan. */
	readonly plan: PlanDraft;
	/** By id, in order of their start. */
	readonly runs: ReadonlyMap<string, GeneratorRun>;
}

export const useLoadTest = create<LoadTests>()(() => ({ plan: FIRST_PLAN, runs: new Map() }));

export function setPlan(plan: PlanDraft): void {
	useLoadTest.setState({ plan });
}

function take(
	received: readonly GeneratorRun[],
	before: ReadonlyMap<string, GeneratorRun>,
	gone: readonly string[],
): void {
	const runs = new Map(before);
	for (const run of received) runs.set(run.id, run);
	for (const id of gone) runs.delete(id);
	useLoadTest.setState({ runs });
}

/** Subscribes to the runs of load tests until the returned function is called. */
export function followRuns(): () => void {
	return session.subscribe(
		'generators',
		{},
		{
			onSnapshot: ({ runs }) => take(runs, new Map(), []),
			onDelta: ({ runs, removed }) => take(runs, useLoadTest.getState().runs, removed),
			onError: (error) => toastError(dialogWords().loadTest.notices.noUpdates, error),
		},
	);
}

export async function startRun(request: CallInput<'generatorStart'>): Promise<void> {
	try {
		const run = await session.call('generatorStart', request);
		take([run], useLoadTest.getState().runs, []);
	} catch (error) {
		toastError(dialogWords().loadTest.notices.notStarted, error);
	}
}

export async function stopRun(id: string): Promise<void> {
	try {
		const run = await session.call('generatorStop', { id });
		take([run], useLoadTest.getState().runs, []);
	} catch (error) {
		toastError(dialogWords().loadTest.notices.notStopped, error);
	}
}

/** Subscribes to an endpoint's loss report until the returned function is called; null while it has none. */
export function followLossReport(endpoint: string, set: (figures: LedgerFigures | null) => void): () => void {
	const received = ({ figures }: { readonly figures: LedgerFigures | null }) => set(figures);
	const onError = (error: Error) => toastError(dialogWords().lossReport.noUpdates, error);
	return session.subscribe('ledger', { endpoint }, { onSnapshot: received, onDelta: received, onError });
}

/** Starts a new loss report; null stops it. */
export async function setLossReport(endpoint: string, numbering: Numbering | null): Promise<void> {
	try {
		await session.call('ledgerSet', { endpoint, numbering });
	} catch (error) {
		toastError(dialogWords().lossReport.notChanged, error);
	}
}
