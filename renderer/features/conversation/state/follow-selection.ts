import { useFound } from '../../../app/state/capture/search/found.ts';
import { selectedConnection } from '../../../app/state/capture/selected-connection.ts';
import { useViewed, viewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { toastError } from '../../../app/state/window/toasts.ts';
import { words } from '../../../words/index.ts';
import { goTo, showConnection, useConversation } from './store.ts';

/** The event that this view itself has selected: it is visible already. */
let own: number | undefined;
/** The last selection that this view has followed: an older one does not revert a later choice here. */
let followed: number | undefined;

/** The byte of an event at which it is shown: the current place of what is found in it; a place in a message is none in its event. */
function foundIn(n: number): number {
	const { event, item, places, at } = useFound.getState();
	return event === n && item === undefined ? (places[at]?.from ?? 0) : 0;
}

/** Selects an event everywhere; with `extend` the selection reaches to it from its start. */
export function selectEvent(n: number, extend = false): void {
	own = n;
	const { anchor } = useConversation.getState();
	const { event } = useSelection.getState();
	useConversation.setState({ anchor: extend ? (anchor ?? event ?? n) : undefined });
	useSelection.getState().selectEvent(n);
}

/** Follows the connection and the event selected elsewhere, until the returned function is called. */
export function followSelection(): () => void {
	let stopped = false;
	const follow = () => {
		const { made } = useSelection.getState();
		const { capture } = viewed();
		const before = useConversation.getState().connection;
		followed = made;
		/** The list of connections may take long: what has been selected or shown in the meantime is newer. */
		const isCurrent = () =>
			useSelection.getState().made === made &&
			viewed().capture === capture &&
			useConversation.getState().connection === before;
		selectedConnection().then(
			({ connection, event }) => {
				if (stopped || connection === undefined || !isCurrent()) return;
				showConnection(connection);
				if (event !== undefined) goTo(event, foundIn(event));
			},
			(error: unknown) => toastError(words().conversation.selectionUnread, error),
		);
	};
	let listed = 0;
	/** Nothing is shown yet, and now exactly one connection may be possible. */
	const take = ({ connections }: { readonly connections: number }) => {
		const more = connections !== listed;
		listed = connections;
		if (more && useConversation.getState().connection === undefined) follow();
	};
	const list = () =>
		session.subscribe('connections', viewed(), {
			onSnapshot: take,
			onDelta: take,
			onError: (error) => toastError(words().conversation.connectionsUnlisted, error),
		});
	let stopList = list();
	if (useConversation.getState().connection === undefined || useSelection.getState().made !== followed) follow();
	const stops = [
		useSelection.subscribe((now, before) => {
			if (now.made === before.made) return;
			if (now.latest === 'event' && now.event === own) followed = now.made;
			else {
				useConversation.setState({ anchor: undefined });
				follow();
			}
			own = undefined;
		}),
		// The places of an event are known after it has been selected, and a search goes from one to the next.
		useFound.subscribe((now, before) => {
			const { event, item } = now;
			if (event === undefined || item !== undefined || event !== before.event || now.places.length === 0) return;
			const isFirst = before.places.length === 0 && useConversation.getState().target?.n === event;
			if (isFirst || (before.places.length > 0 && now.at !== before.at)) goTo(event, foundIn(event));
		}),
		useViewed.subscribe(() => {
			showConnection(undefined);
			stopList();
			listed = 0;
			stopList = list();
		}),
	];
	return () => {
		stopped = true;
		stopList();
		for (const stop of stops) stop();
	};
}
