import { applyFilter, useFilter } from '../../app/state/capture/filter.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useWords } from '../../words/index.ts';
import { pick, useDiagram } from './store.ts';

/** The diagram without arrows. */
export function DiagramEmpty() {
	const words = useWords().sequenceDiagram;
	const { chosen, parties, picked, state } = useDiagram();
	const filtered = useFilter((filter) => filter.applied !== '');
	if (chosen === undefined) {
		return (
			<div className="sequence-empty">
				<EmptyState title={words.noConnection.title}>{words.noConnection.text}</EmptyState>
			</div>
		);
	}
	if (parties.ends.size === 0) {
		return (
			<div className="sequence-empty">
				{picked === undefined ? (
					<EmptyState
						title={words.noMatch.title}
						action={<Button onClick={() => applyFilter('')}>{words.clearFilter}</Button>}
					>
						{words.noMatch.text}
					</EmptyState>
				) : (
					<EmptyState
						title={words.nonePicked.title}
						action={<Button onClick={() => pick(undefined)}>{words.nonePicked.action}</Button>}
					>
						{words.nonePicked.text}
					</EmptyState>
				)}
			</div>
		);
	}
	if (state !== undefined && state.matched === 0 && state.scanned >= state.stored) {
		return (
			<div className="sequence-empty">
				<EmptyState
					title={words.nothing.title}
					action={filtered ? <Button onClick={() => applyFilter('')}>{words.clearFilter}</Button> : undefined}
				>
					{words.nothing.text}
				</EmptyState>
			</div>
		);
	}
	return null;
}
