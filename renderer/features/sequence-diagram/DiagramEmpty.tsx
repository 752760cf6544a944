import { applyFilter, useFilter } from '../../app/state/capture/filter.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { pick, useDiagram } from './store.ts';

/** The diagram without arrows. */
export function DiagramEmpty() {
	const { chosen, parties, picked, state } = useDiagram();
	const filtered = useFilter((filter) => filter.applied !== '');
	if (chosen === undefined) {
		return (
			<div className="sequence-empty">
				<EmptyState title="No connection yet">
					Start a server and open a client to it: what goes between them is drawn here, an arrow for each event.
				</EmptyState>
			</div>
		);
	}
	if (parties.ends.size === 0) {
		return (
			<div className="sequence-empty">
				{picked === undefined ? (
					<EmptyState
						title="No connection matches"
						action={<Button onClick={() => applyFilter('')}>Clear the filter</Button>}
					>
						The first events that the filter lets through are of no connection.
					</EmptyState>
				) : (
					<EmptyState
						title="No connection is picked"
						action={<Button onClick={() => pick(undefined)}>Choose by itself</Button>}
					>
						Pick at least one.
					</EmptyState>
				)}
			</div>
		);
	}
	if (state !== undefined && state.matched === 0 && state.scanned >= state.stored) {
		return (
			<div className="sequence-empty">
				<EmptyState
					title="Nothing between these parties"
					action={filtered ? <Button onClick={() => applyFilter('')}>Clear the filter</Button> : undefined}
				>
					New events appear here.
				</EmptyState>
			</div>
		);
	}
	return null;
}
