import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { configuredAddress, destinationOf } from '../../../../common/endpoints/index.ts';
import { words } from '../../../words/index.ts';
import { writeClipboard } from '../../shared/clipboard.ts';
import { formatAddress } from '../../shared/format.ts';
import { targetAt } from '../../shared/targets.ts';
import { toast, toastError } from '../window/toasts.ts';

/** The address at which an endpoint is reached, as a client would write it; of a client the one that it connects to. */
export function addressToCopy(state: EndpointState): string {
	const [target] = targetAt(state);
	if (target !== undefined) return formatAddress({ address: target.host, port: target.port, path: target.path });
	const to = destinationOf(state.config);
	if (to === undefined) return formatAddress(configuredAddress(state.config));
	return 'path' in to ? to.path : formatAddress({ address: to.host, port: to.port });
}

/** Copies the address of an endpoint to the clipboard. */
export function copyAddress(state: EndpointState): void {
	const address = addressToCopy(state);
	writeClipboard(address).then(
		() => toast({ tone: 'info', title: words().notices.copied(address) }),
		(error: unknown) => toastError(words().endpoints.connection.notCopied, error),
	);
}
