import { useEffect } from 'react';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { useViewed, viewed } from '../../app/state/capture/viewed.ts';
import { session, useSessionState } from '../../app/state/host/session.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { choose } from './choose.ts';
import { filterFor, MOST_PARTIES, partiesOf } from './parties.ts';
import { diagramRows, takeState, useDiagram } from './store.ts';
import { useConnectionCount } from './use-connection-count.ts';

/** Updates the parties and their events from the capture and the choice. */
export function useDiagramFeed(): void {
	const capture = useViewed((state) => state.capture);
	const id = useCaptureStatus((status) => status.id);
	const connected = useSessionState() === 'connected';
	const applied = useFilter((filter) => filter.applied);
	const run = useFilter((filter) => filter.run);
	/** The first rows of a filter decide the connections: more are not awaited. */
	const matched = useFilter((filter) => Math.min(filter.state?.matched ?? 0, MOST_PARTIES));
	const selected = useSelection((selection) => selection.made);
	const picked = useDiagram((diagram) => diagram.picked);
	const filter = useDiagram((diagram) => diagram.filter);
	const connections = useConnectionCount();

	// biome-ignore lint/correctness/useExhaustiveDependencies: the picked connections belong to the old capture
	useEffect(() => useDiagram.setState({ picked: undefined }), [capture, id]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: the choice depends on all of these
	useEffect(() => {
		if (!connected || connections === undefined) return;
		if (connections === 0) {
			useDiagram.setState({ chosen: undefined, parties: partiesOf([]), filter: '' });
			return;
		}
		let stale = false;
		choose(picked).then(
			(chosen) => {
				if (stale) return;
				const parties = partiesOf(chosen.connections);
				useDiagram.setState({ chosen, parties, filter: filterFor(applied, parties.ends.keys()), error: undefined });
			},
			(error: unknown) => {
				if (!stale) useDiagram.setState({ error: error instanceof Error ? error : new Error(String(error)) });
			},
		);
		return () => {
			stale = true;
		};
	}, [capture, id, connected, connections, picked, applied, run, matched, selected]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: another capture has other events
	useEffect(() => {
		diagramRows.reset();
		useDiagram.setState({ state: undefined, end: 0, at: undefined });
		if (filter === '') return;
		return session.subscribe(
			'captureFilter',
			{ ...viewed(), filter },
			{
				onSnapshot: (state) => {
					diagramRows.reset();
					takeState(state);
				},
				onDelta: takeState,
				onError: (error) => useDiagram.setState({ error }),
			},
		);
	}, [capture, id, filter]);
}
