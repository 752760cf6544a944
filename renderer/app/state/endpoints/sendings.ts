import { create } from 'zustand';
import type { Sending } from '../../../../common/contract/calls/sending.ts';
import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { toastError } from '../window/toasts.ts';

interface Sendings {
	/** Running transfers of the host, and the last that have ended; oldest first. */
	readonly list: readonly Sending[];
}

/** Fed by the topic `sendings`. */
export const useSendings = create<Sendings>()(() => ({ list: [] }));

export function takeSendings(list: readonly Sending[]): void {
	useSendings.setState({ list });
}

/** No further byte of it is passed to the system. */
export function stopSending(id: string): void {
	session.call('sendingStop', { id }).catch((error: unknown) => toastError(words().notices.sendingNotStopped, error));
}

/** Stops the transfer that was started last and still runs, if there is one. */
export function stopLast(): void {
	const last = useSendings.getState().list.findLast(({ state }) => state === 'running');
	if (last !== undefined) stopSending(last.id);
}

/** Dismisses the result. */
export function dismissSending(id: string): void {
	session.call('sendingDismiss', { id }).catch((error: unknown) => toastError(words().notices.notDismissed, error));
}
