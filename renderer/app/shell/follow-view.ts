import type { KeptView } from '../../../common/workspace/kept-view.ts';
import { words } from '../../words/index.ts';
import { useCaptureStatus, useLiveCapture } from '../state/capture/capture-status.ts';
import { lookAt, useCaptures } from '../state/capture/captures.ts';
import { applyFilter, useFilter } from '../state/capture/filter.ts';
import { list, useListing } from '../state/capture/listing.ts';
import { useClosedFolders } from '../state/endpoints/closed-folders.ts';
import { contributeToView, keepNow, type Restored, restoreView, viewChanged } from '../state/endpoints/kept-view.ts';
import { useWorkbench } from '../state/endpoints/workbench.ts';
import { useWorkspace } from '../state/endpoints/workspace.ts';
import { useCentre } from '../state/window/centre.ts';
import { useSelection } from '../state/window/selection.ts';
import { toastError } from '../state/window/toasts.ts';

/** Keeps what the window shows, and shows it again after a reload, a restart, or the opening of a workspace. */
export function followView(): () => void {
	let restoring = '';
	const look = () => {
		const { opened } = useWorkspace.getState();
		const loaded = useWorkbench.getState().loaded && useLiveCapture.getState().id !== '';
		if (opened === '' || opened === restoring || !loaded) return;
		restoring = opened;
		restoreView().catch((error: unknown) => toastError(words().shell.feeds.unknownView, error));
	};
	const stops = [
		contributeToView({ collect, restore }),
		...[useWorkspace, useWorkbench, useLiveCapture].map((store) => store.subscribe(look)),
		...[useFilter, useListing, useCentre, useSelection, useClosedFolders].map((store) => store.subscribe(viewChanged)),
	];
	window.addEventListener('pagehide', keepNow);
	look();
	return () => {
		window.removeEventListener('pagehide', keepNow);
		for (const stop of stops) stop();
	};
}

function collect(): Partial<KeptView> {
	const { endpoint = null, connection = null, event = null } = useSelection.getState();
	const { id } = useCaptureStatus.getState();
	const { as, tried } = useListing.getState();
	return {
		filter: useFilter.getState().applied,
		centre: useCentre.getState().view,
		selection: { endpoint, connection, event },
		capture: id === '' ? null : id,
		folded: [...useClosedFolders.getState().folders],
		listed: { as, tried: [...tried] },
	};
}

/** What no longer exists is not selected. */
function restore({ view, first }: Restored): void {
	const { selection, filter, centre, capture, folded, listed } = view;
	useClosedFolders.setState({ folders: new Set(folded) });
	useCentre.getState().show(centre);
	list(listed);
	if (filter !== '' || !first) applyFilter(filter);
	const stored = useCaptures.getState().list.find(({ id, kind }) => id === capture && kind !== 'live');
	if (stored !== undefined) lookAt(stored);
	const { endpoints, connections } = useWorkbench.getState();
	const { selectEndpoint, selectConnection, selectEvent } = useSelection.getState();
	const { endpoint, connection, event } = selection;
	if (endpoint === null || !endpoints.has(endpoint)) {
		if (!first) selectEndpoint(undefined);
	} else if (connection === null || !connections.has(connection)) selectEndpoint(endpoint);
	else selectConnection(endpoint, connection);
	const known = stored !== undefined || capture === useCaptureStatus.getState().id;
	if (event !== null && known) selectEvent(event);
}
