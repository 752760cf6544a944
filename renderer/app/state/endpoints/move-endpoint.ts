import type { WorkspaceState } from '../../../../common/contract/calls/workspace.ts';
import { words } from '../../../words/index.ts';
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

/** Puts an endpoint before another one, or at the end of those listed in the same place, and into or out of a folder. */
export function placeEndpoint(
	id: string,
	{
		before,
		after: last,
		folder,
	}: { readonly before?: string; readonly after?: string; readonly folder: string | null },
): void {
	const { order } = useWorkspace.getState();
	const place = before ?? (last === undefined ? undefined : after(order, last, id));
	const now = order.find((one) => one.id === id)?.folder ?? null;
	move({ id, ...(place === undefined ? {} : { before: place }), ...(now === folder ? {} : { folder }) });
}

/** The endpoint that follows one in the workspace, besides the one that moves; null at the end. */
function after(order: WorkspaceState['order'], other: string, moving: string): string | null {
	const ids = order.map(({ id }) => id).filter((id) => id !== moving);
	return ids[ids.indexOf(other) + 1] ?? null;
}

function move(input: { readonly id: string; readonly before?: string | null; readonly folder?: string | null }): void {
	session.call('endpointMove', input).catch((error: unknown) => toastError(words().notices.notMoved, error));
}
