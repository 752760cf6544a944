import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import { canConnectClient, canProxy, connectClient, proxyInFront } from '../../app/state/endpoints/clients.ts';
import { copyAddress } from '../../app/state/endpoints/copy-address.ts';
import { startEndpoint, stopEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';

/** What a key does with an endpoint; false where it has no meaning. */
export function actOnEndpoint(id: string, key: string): boolean {
	const state = useWorkbench.getState().endpoints.get(id);
	if (state === undefined) return false;
	const idle = isIdle(state);
	switch (key.toLowerCase()) {
		case 'enter':
			if (idle) void startEndpoint(id);
			else if (state.status !== 'stopping') void stopEndpoint(id);
			return true;
		case 'e':
			if (idle) openDialog({ kind: 'edit-endpoint', id });
			return idle;
		case 'c':
			if (canConnectClient(state)) void connectClient(id);
			return canConnectClient(state);
		case 'p':
			if (canProxy(state)) void proxyInFront(id);
			return canProxy(state);
		default:
			return false;
	}
}

/** Copies the address of an endpoint, unless text is selected, which the browser copies. Returns whether it did. */
export function copyFromTree(id: string): boolean {
	const state = useWorkbench.getState().endpoints.get(id);
	if (state === undefined || !(getSelection()?.isCollapsed ?? true)) return false;
	copyAddress(state);
	return true;
}
