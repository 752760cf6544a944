import type { CaptureStatus } from '../../../common/contract/calls/capture.ts';
import { words } from '../../words/index.ts';
import { atMost } from '../shared/at-most.ts';
import { NO_STATUS, useCaptureStatus, useLiveCapture } from '../state/capture/capture-status.ts';
import { setCaptures } from '../state/capture/captures.ts';
import { takeJobs } from '../state/capture/exports.ts';
import { feedMarks } from '../state/capture/marks.ts';
import { useViewed } from '../state/capture/viewed.ts';
import { takeSendings } from '../state/endpoints/sendings.ts';
import { fromSnapshot, useWorkbench, type Workbench, withDelta } from '../state/endpoints/workbench.ts';
import { takeWorkspace } from '../state/endpoints/workspace.ts';
import { useHost } from '../state/host/host.ts';
import type { Session, SessionState } from '../state/host/session.ts';
import { takePayloads } from '../state/templates/payloads.ts';
import { takeStructures } from '../state/templates/structures.ts';
import { useSelection } from '../state/window/selection.ts';
import { takeSettings } from '../state/window/settings.ts';
import { toastError } from '../state/window/toasts.ts';

/** Milliseconds between two drawings of the counters. Rows do not wait for them. */
const COUNTERS_MS = 100;

/**
 * Updates the stores from the host until the returned function is called. While the connection is lost the last state
 * stays; the snapshot of the next connection replaces it.
 */
export function feedStores(session: Session): () => void {
	const onError = (error: Error) => toastError(words().shell.feeds.stopped, error);
	const stops = [
		session.subscribe(
			'workbench',
			{},
			{
				onSnapshot: (snapshot) => setWorkbench(fromSnapshot(snapshot)),
				onDelta: (delta) => setWorkbench(withDelta(useWorkbench.getState(), delta)),
				onError,
			},
		),
		session.subscribe('workspace', {}, { onSnapshot: takeWorkspace, onDelta: takeWorkspace, onError }),
		session.subscribe('payloads', {}, { onSnapshot: takePayloads, onDelta: takePayloads, onError }),
		session.subscribe('structures', {}, { onSnapshot: takeStructures, onDelta: takeStructures, onError }),
		feedCaptureStatus(session, onError),
		feedMarks(session),
		session.subscribe('captures', {}, { onSnapshot: setCaptures, onDelta: setCaptures, onError }),
		session.subscribe('sendings', {}, { onSnapshot: takeSendings, onDelta: takeSendings, onError }),
		session.subscribe('exports', {}, { onSnapshot: takeJobs, onDelta: takeJobs, onError }),
		session.subscribe('settings', {}, { onSnapshot: takeSettings, onDelta: takeSettings, onError }),
	];
	const askHost = (state: SessionState) => {
		if (state !== 'connected') return;
		session.call('hostInfo', {}).then(
			(info) => useHost.setState({ info }),
			(error: unknown) => toastError(words().shell.feeds.unknownHost, error),
		);
	};
	stops.push(session.onState(askHost));
	askHost(session.state);
	return () => {
		for (const stop of stops) stop();
	};
}

function setWorkbench(next: Workbench): void {
	useWorkbench.setState(next);
	const { endpoint, connection, selectEndpoint, connectionClosed } = useSelection.getState();
	if (endpoint !== undefined && !next.endpoints.has(endpoint)) selectEndpoint(undefined);
	else if (connection !== undefined && !next.connections.has(connection)) connectionClosed();
}

/** Subscribes to the live capture, and to the viewed one if it is another. */
function feedCaptureStatus(session: Session, onError: (error: Error) => void): () => void {
	const counters = atMost<CaptureStatus>(COUNTERS_MS, (status) => useLiveCapture.setState(status, true));
	let live = NO_STATUS;
	const setLive = (status: CaptureStatus): void => {
		live = status;
		counters.show(status);
		if (useViewed.getState().capture === undefined) setViewed(status);
	};
	const stopLive = session.subscribe('captureStatus', {}, { onSnapshot: setLive, onDelta: setLive, onError });
	let stopViewed: (() => void) | undefined;
	const stopWatching = useViewed.subscribe(({ capture }) => {
		stopViewed?.();
		stopViewed = undefined;
		setViewed(capture === undefined ? live : NO_STATUS);
		if (capture === undefined) return;
		stopViewed = session.subscribe(
			'captureStatus',
			{ capture },
			{ onSnapshot: setViewed, onDelta: setViewed, onError },
		);
	});
	return () => {
		stopWatching();
		stopViewed?.();
		stopLive();
		counters.stop();
	};
}

/** Replaces the whole state, so that an old error does not stay. */
function setViewed(status: CaptureStatus): void {
	useCaptureStatus.setState(status, true);
}
