import { formatCount } from '../../app/shared/format.ts';
import { applyFilter, holdScan, isScanning, useFilter } from '../../app/state/capture/filter.ts';
import { canConnectClient, connectClient } from '../../app/state/endpoints/clients.ts';
import { useRestored } from '../../app/state/endpoints/kept-view.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { changeView, useLogView } from './list/store.ts';
import { hiddenRows, withAll } from './list/view.ts';

/** The empty log: what to click first. */
export function LogEmpty() {
	const hidden = useLogView(hiddenRows);
	const filtered = useFilter((filter) => filter.applied !== '');
	const scanning = useFilter(isScanning);
	const stopped = useFilter((filter) => filter.state?.stopped === true);
	const earlier = useRestored(({ restored }) => restored?.earlier === true);
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	if (filtered && stopped) {
		return (
			<EmptyState
				title="Nothing found so far"
				action={<Button onClick={() => holdScan(false)}>Resume the scan</Button>}
			>
				The scan was stopped before its end.
			</EmptyState>
		);
	}
	if (filtered && hidden === 0) {
		return scanning ? (
			<EmptyState title="Looking through the capture…">Matches appear here as they are found.</EmptyState>
		) : (
			<EmptyState title="No event matches" action={<Button onClick={() => applyFilter('')}>Clear the filter</Button>}>
				New events that match appear here.
			</EmptyState>
		);
	}
	if (hidden > 0) {
		return (
			<EmptyState title="These rows are hidden" action={<Button onClick={() => changeView(withAll)}>Show all</Button>}>
				{formatCount(hidden)} {hidden === 1 ? 'event' : 'events'} from before stay in the capture. New ones appear here.
			</EmptyState>
		);
	}
	if (earlier) {
		return (
			<EmptyState
				title="No traffic yet in this run"
				action={<Button onClick={() => openDialog({ kind: 'captures' })}>Captures…</Button>}
			>
				The events of the last run are among the captures.
			</EmptyState>
		);
	}
	const all = [...endpoints.values()];
	if (all.length === 0) {
		return (
			<EmptyState title="No traffic yet">
				Start a server, then open a client to it. Every byte and every socket event is listed here.
			</EmptyState>
		);
	}
	const running = all.find((endpoint) => endpoint.status === 'open');
	const alone = all.length === 1 && running !== undefined && canConnectClient(running) ? running : undefined;
	return (
		<EmptyState
			title="No traffic yet"
			action={
				alone === undefined ? undefined : (
					<Button onClick={() => void connectClient(alone.id)}>Connect a client to {alone.config.name}</Button>
				)
			}
		>
			{running === undefined
				? `Start ${all[0]?.config.name ?? 'an endpoint'} on the left: its socket events and bytes are listed here.`
				: 'Select an endpoint on the left and send it something from below.'}
		</EmptyState>
	);
}
