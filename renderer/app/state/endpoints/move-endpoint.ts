import type { WorkspaceState } from '../../../../common/contract/calls/workspace.ts';
import { session } from '../host/session.ts';
import { toastError } from '../window/toasts.ts';
import { useWorkspace } from './workspace.ts';

/** Puts an endpoint into a folder; with null out of it. */
export function moveToFolder(id: string, folder: string | null): void {
	move({ id, folder });
}

/**
 * Moves an endpoint by one among those that are listed together with it, which are given in their order. Does nothing at
 * their ends.
 */
export function moveEndpoint(id: string, together: readonly string[], by: -1 | 1): void {
	const other = together[together.indexOf(id) + by];
	if (other === undefined) return;
	move({ id, before: by === -1 ? other : after(useWorkspace.getState().order, other, id) });
}

/** The endpoint that follows one in the workspace, besides the one that moves; null at the end. */
function after(order: WorkspaceState['order'], other: string, moving: string): string | null {
	const ids = order.map(({ id }) => id).filter((id) => id !== moving);
	return ids[ids.indexOf(other) + 1] ?? null;
}

function move(input: { readonly id: string; readonly before?: string | null; readonly folder?: string | null }): void {
	session.call('endpointMove', input).catch((error: unknown) => toastError('It was not moved', error));
}
