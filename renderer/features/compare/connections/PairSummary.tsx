import { useDialogWords } from '../../../words/dialogs.ts';
import type { PairResult } from './run.ts';
import { connectionName, SIGNS } from './words.ts';

/** One pair of connections, and what is different. */
export function PairSummary({ result }: { readonly result: PairResult | undefined }) {
	const { states } = useDialogWords().compare.connections;
	if (result === undefined) return null;
	const { pair, state, words } = result;
	return (
		<>
			<span className={`compare-outcome compare-outcome-${state}`}>
				<span aria-hidden="true">{SIGNS[state]}</span> {states[state]}
			</span>
			<span className="compare-pair-name">{pair.a === undefined ? '—' : connectionName(pair.a)}</span>
			<span className="compare-pair-name">{pair.b === undefined ? '—' : connectionName(pair.b)}</span>
			<span className="compare-pair-words" title={words}>
				{words}
			</span>
		</>
	);
}
