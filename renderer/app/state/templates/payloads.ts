import { create } from 'zustand';
import type { TopicSnapshot } from '../../../../common/contract/index.ts';
import type { SavedPayload } from '../../../../common/payload/saved.ts';
import { namedPlace } from '../../../../common/workspace/named.ts';
import { words } from '../../../words/index.ts';
import { takeColours } from '../capture/colours.ts';
import { useSavedFilters } from '../capture/saved-filters.ts';
import { stepWorkspace } from '../endpoints/workspace.ts';
import { session } from '../host/session.ts';
import { toast, toastError } from '../window/toasts.ts';
import { useNames } from './names.ts';

/** The saved payloads of the workspace, in order. */
export const usePayloads = create<{ readonly payloads: readonly SavedPayload[] }>()(() => ({ payloads: [] }));

export function takePayloads({ payloads, variables, filters, colours }: TopicSnapshot<'payloads'>): void {
	useSavedFilters.setState({ filters });
	takeColours(colours);
	usePayloads.setState({ payloads });
	useNames.setState({ variables });
}

/** Saves a payload, in place of another or at the end. Rejects when the host refuses it. */
export async function savePayload(payload: SavedPayload, replaces?: SavedPayload): Promise<void> {
	await session.call('payloadSave', { payload, ...(replaces === undefined ? {} : { replaces: namedPlace(replaces) }) });
}

/** Removes a payload at once; undo of the workspace brings it back. */
export async function removePayload(payload: SavedPayload): Promise<void> {
	try {
		await session.call('payloadRemove', namedPlace(payload));
		toast({
			tone: 'info',
			title: words().notices.removed(payload.name),
			action: { label: words().ui.undo, run: () => void stepWorkspace('undo') },
		});
	} catch (error) {
		toastError(words().notices.notRemoved(payload.name), error);
	}
}

/** Listeners that send a payload: the part of the window that knows where to. */
const senders = new Set<(payload: SavedPayload) => void>();

/** Requests that a payload is sent, as by its button. */
export function requestPayload(payload: SavedPayload): void {
	for (const send of senders) send(payload);
}

/** Returns a function that removes the listener. */
export function onPayloadRequest(send: (payload: SavedPayload) => void): () => void {
	senders.add(send);
	return () => senders.delete(send);
}
