import { useSelection } from '../../app/selection.ts';
import { session } from '../../app/session.ts';
import { toastError } from '../../app/toasts.ts';
import { useViewed, viewed } from '../../app/viewed.ts';
import { goTo, showConnection, useConversation } from './store.ts';

/** The event that this view itself has selected: it is in sight already. */
let own: number | undefined;

/** Selects an event everywhere; with `extend` the selection reaches to it from where it began. */
export function selectEvent(n: number, extend = false): void {
	own = n;
	const { anchor } = useConversation.getState();
	const { event } = useSelection.getState();
	useConversation.setState({ anchor: extend ? (anchor ?? event ?? n) : undefined });
	useSelection.getState().selectEvent(n);
}

/** Keeps to the connection, and to the event, that is selected elsewhere, until the returned function is called. */
export function followSelection(): () => void {
	const take = (event: number | undefined, connection: number | undefined) => {
		if (event !== undefined) goToEvent(event);
		else if (connection !== undefined) showConnection(connection);
	};
	const now = useSelection.getState();
	if (now.event !== own || useConversation.getState().connection === undefined) take(now.event, now.connection);
	const stops = [
		useSelection.subscribe(({ event, connection }, before) => {
			if (connection !== undefined && connection !== before.connection) showConnection(connection);
			if (event !== before.event && event !== own && event !== undefined) goToEvent(event);
			if (event !== own) useConversation.setState({ anchor: undefined });
			own = undefined;
		}),
		useViewed.subscribe(() => showConnection(undefined)),
	];
	return () => {
		for (const stop of stops) stop();
	};
}

function goToEvent(n: number): void {
	session.call('captureRows', { ...viewed(), from: n, count: 1 }).then(
		({ rows: [row] }) => {
			if (row === undefined || row.connection === 0 || useSelection.getState().event !== n) return;
			showConnection(row.connection);
			goTo(n, 0);
		},
		(error: unknown) => toastError('The selected event could not be read', error),
	);
}
