import { applyFilter, holdScan, isScanning, useFilter } from '../../app/state/capture/filter.ts';
import { isListing, useListing } from '../../app/state/capture/listing.ts';
import { canConnectClient, connectClient } from '../../app/state/endpoints/clients.ts';
import { useRestored } from '../../app/state/endpoints/kept-view.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { openLessons } from '../../app/state/window/lessons.ts';
import { useFolded } from '../../app/state/window/pane-layout.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useWords } from '../../words/index.ts';
import { changeView, useLogView } from './list/store.ts';
import { hiddenRows, withAll } from './list/view.ts';

/** The empty log: what to click first. */
export function LogEmpty() {
	const { empty, showAll } = useWords().log;
	const hidden = useLogView(hiddenRows);
	const filtered = useFilter((filter) => filter.applied !== '');
	const scanning = useFilter(isScanning);
	const listing = useListing(isListing);
	const noMessage = useListing(({ state }) => state !== undefined && state.stored > 0 && state.items === 0);
	const stopped = useFilter((filter) => filter.state?.stopped === true);
	const earlier = useRestored(({ restored }) => restored?.earlier === true);
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	const { new: newEndpoint } = useWords().endpoints;
	const folded = useFolded('endpoints');
	if (filtered && stopped) {
		return (
			<EmptyState
				title={empty.stopped.title}
				action={<Button onClick={() => holdScan(false)}>{empty.stopped.resume}</Button>}
			>
				{empty.stopped.text}
			</EmptyState>
		);
	}
	if (!filtered && hidden === 0 && (listing || noMessage)) {
		const { title, text } = listing ? empty.listing : empty.noMessage;
		return <EmptyState title={title}>{text}</EmptyState>;
	}
	if (filtered && hidden === 0) {
		return scanning ? (
			<EmptyState title={empty.scanning.title}>{empty.scanning.text}</EmptyState>
		) : (
			<EmptyState title={empty.none.title} action={<Button onClick={() => applyFilter('')}>{empty.none.clear}</Button>}>
				{empty.none.text}
			</EmptyState>
		);
	}
	if (hidden > 0) {
		return (
			<EmptyState title={empty.hidden.title} action={<Button onClick={() => changeView(withAll)}>{showAll}</Button>}>
				{empty.hidden.text(hidden)}
			</EmptyState>
		);
	}
	if (earlier) {
		return (
			<EmptyState
				title={empty.earlier.title}
				action={<Button onClick={() => openDialog({ kind: 'captures' })}>{empty.earlier.captures}</Button>}
			>
				{empty.earlier.text}
			</EmptyState>
		);
	}
	const all = [...endpoints.values()];
	const [first] = all;
	if (first === undefined)
		return (
			<EmptyState
				title={empty.title}
				action={
					<>
						{folded ? <Button onClick={() => openDialog({ kind: 'new-endpoint' })}>{newEndpoint}</Button> : null}
						<Button onClick={() => openLessons()}>{empty.lessons}</Button>
					</>
				}
			>
				{empty.nothing}
			</EmptyState>
		);
	const running = all.find((endpoint) => endpoint.status === 'open');
	const alone = all.length === 1 && running !== undefined && canConnectClient(running) ? running : undefined;
	return (
		<EmptyState
			title={empty.title}
			action={
				alone === undefined ? undefined : (
					<Button onClick={() => void connectClient(alone.id)}>{empty.connect(alone.config.name)}</Button>
				)
			}
		>
			{running === undefined ? empty.start(first.config.name) : empty.send}
		</EmptyState>
	);
}
