import { RefreshCw, Square } from 'lucide-react';
import { messageOf } from '../../../../common/contract/base/message-of.ts';
import type { ComparedMessage } from '../../../app/state/window/compared.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { PairMessages } from './PairMessages.tsx';
import { PairSummary } from './PairSummary.tsx';
import { ResultList } from './ResultList.tsx';
import { type Run, startRun, stopRun, useRuns } from './run.ts';
import { percentOf, runWords } from './words.ts';

/** Height of a pair, px. */
const PAIR = 68;

interface RunResultsProps {
	readonly onMessages: (a: ComparedMessage | undefined, b: ComparedMessage | undefined) => void;
}

/** What a comparison found, pair by pair, and the messages of the chosen one. */
export function RunResults({ onMessages }: RunResultsProps) {
	const { compare: texts } = useDialogWords();
	const words = texts.connections;
	const { run, pair } = useRuns();
	if (run === undefined) return null;
	const { results, state } = run;
	const firstDifferent = results.findIndex((result) => result.state !== 'equal');
	const at = pair ?? Math.max(0, firstDifferent);
	const chosen = results[at];
	return (
		<>
			<RunStatus run={run} />
			{results.length === 0 ? (
				<EmptyState title={state === 'running' ? texts.comparing : state === 'done' ? words.none : words.notCompared} />
			) : (
				<div className="compare-found">
					<ResultList
						label={words.pairs}
						count={results.length}
						rowClass="compare-pair"
						rowHeight={PAIR}
						at={at}
						onAt={(index) => useRuns.setState({ pair: index, row: undefined })}
						onOpen={() => document.querySelector<HTMLElement>('.compare-messages [role="listbox"]')?.focus()}
						row={(index) => <PairSummary result={results[index]} />}
					/>
					{chosen === undefined ? null : <PairMessages order={run.order} result={chosen} onMessages={onMessages} />}
				</div>
			)}
		</>
	);
}

function RunStatus({ run }: { readonly run: Run }) {
	const words = useDialogWords().compare.connections;
	const { state, pairs, results, order, error } = run;
	const isRunning = state === 'running';
	return (
		<div className="compare-status compare-run">
			{isRunning ? <progress aria-label={words.progress} max={100} value={percentOf(run)} /> : null}
			<span role={state === 'failed' ? 'alert' : 'status'} className="compare-run-words">
				{state === 'failed' ? words.failed(messageOf(error)) : runWords(run, words)}
			</span>
			{isRunning && pairs !== undefined ? (
				<span className="compare-run-count">{words.of(results.length, pairs)}</span>
			) : null}
			{isRunning ? (
				<Button icon={<Square size={11} />} onClick={stopRun}>
					{words.stop}
				</Button>
			) : (
				<Button icon={<RefreshCw size={12} />} onClick={() => startRun(order)}>
					{words.again}
				</Button>
			)}
		</div>
	);
}
