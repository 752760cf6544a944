import { create } from 'zustand';
import type { MessageListState } from '../../../../common/contract/calls/capture.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { ListedMessages } from '../../../../common/contract/config/listed-messages.ts';
import { same } from '../../../../common/json/without-defaults.ts';
import type { Listed } from '../../../../common/workspace/kept-view.ts';
import { session } from '../host/session.ts';
import { useSelection } from '../window/selection.ts';
import { useViewed, viewed } from './viewed.ts';

export interface Listing extends Listed {
	/** Changes when the list of messages starts again: earlier positions in it are then invalid. */
	readonly run: number;
	/** Of the list of messages; undefined until the host has reported it. */
	readonly state: MessageListState | undefined;
	/** Why the host refused the list of messages. */
	readonly error: Error | undefined;
}

/** What the log lists: events, of which a read is one, or messages. The host keeps the list while it is shown. */
export const useListing = create<Listing>()(() => ({
	as: 'reads',
	tried: [],
	run: 0,
	state: undefined,
	error: undefined,
}));

let stop: (() => void) | undefined;

/** The messages that the log lists; undefined while it lists reads. */
export function listedMessages({ as, tried }: Listed = useListing.getState()): ListedMessages | undefined {
	if (as === 'reads') return undefined;
	return tried.length === 0 ? {} : { tried: [...tried] };
}

/** The list of the log, without its filter, as a parameter of calls and topics. */
export function listed(): { readonly capture?: string; readonly messages?: ListedMessages } {
	const messages = listedMessages();
	return { ...viewed(), ...(messages === undefined ? {} : { messages }) };
}

/** Lists messages, or reads; with other framings where they are given. */
export function list({ as, tried = useListing.getState().tried }: Pick<Listed, 'as'> & Partial<Listed>): void {
	const before = useListing.getState();
	if (as === before.as && same(tried, before.tried)) return;
	useListing.setState({ as, tried });
	if (as === 'messages' || before.as === 'messages') listAgain();
}

/** Lists messages with a framing for an endpoint in place of its own; undefined: with its own again. */
export function tryFraming(endpoint: string, framing: Framing | undefined): void {
	const others = useListing.getState().tried.filter((one) => one.endpoint !== endpoint);
	list({ as: 'messages', tried: framing === undefined ? others : [...others, { endpoint, framing }] });
}

/** Asks the host for the list again, as after an error. */
export function listAgain(): void {
	stop?.();
	stop = undefined;
	useListing.setState(({ run }) => ({ run: run + 1, state: undefined, error: undefined }));
	useSelection.getState().forgetItem();
	const messages = listedMessages();
	if (messages === undefined) return;
	stop = session.subscribe(
		'captureMessages',
		{ ...viewed(), messages },
		{
			onSnapshot: (state) => begin(state),
			onDelta: (state) => {
				if (useListing.getState().state?.round === state.round) useListing.setState({ state });
				else begin(state);
			},
			onError: (error) => useListing.setState({ error }),
		},
	);
}

/** The host has started the list: positions of before are those of another one. */
function begin(state: MessageListState): void {
	useListing.setState(({ run }) => ({ run: run + 1, state, error: undefined }));
	useSelection.getState().forgetItem();
}

// Another capture has other messages.
useViewed.subscribe(() => {
	if (useListing.getState().as === 'messages') listAgain();
});

/** Whether the list of messages has still to reach events of the capture. */
export function isListing({ as, state, error }: Listing): boolean {
	if (as === 'reads' || error !== undefined) return false;
	return state === undefined || (state.scanned < state.stored && state.error === undefined);
}
