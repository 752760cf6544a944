import { isIdle } from '../../../../common/contract/base/endpoint-status.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import { isClient } from '../../../../common/endpoints/index.ts';
import { words } from '../../../words/index.ts';
import { targetAt } from '../../shared/targets.ts';
import { blankToward, clientKindFor, proxyKindFor } from '../../shared/toward-target.ts';
import { openDialog } from '../window/dialogs.ts';
import { enterPane } from '../window/pane-layout.ts';
import { toastError } from '../window/toasts.ts';
import { createEndpoint, startEndpoint } from './endpoint-actions.ts';
import { besideEverything } from './free-place.ts';
import { useWorkbench } from './workbench.ts';

/** Creates an endpoint, starts it, and moves the focus to where a person goes on: the composer of what can send, else its row. */
export async function createAndStart(config: EndpointConfig, next: 'composer' | 'endpoints'): Promise<void> {
	try {
		const id = await createEndpoint(config);
		await startEndpoint(id);
		enterPane(next);
	} catch (error) {
		toastError(words().notices.notCreated(config.name), error);
	}
}

/** Where the focus goes after an endpoint of this config was created. */
export const paneAfter = ({ kind }: Pick<EndpointConfig, 'kind'>) => (isClient(kind) ? 'composer' : 'endpoints');

/** Creates a client of an endpoint, beside all others, and opens it; starts the endpoint before, where it is stopped. */
export async function connectClient(id: string): Promise<void> {
	const target = await openTarget(id);
	const kind = target === undefined ? undefined : clientKindFor(target.kind);
	if (target === undefined || kind === undefined) return;
	const endpoints = [...useWorkbench.getState().endpoints.values()];
	await createAndStart(blankToward(kind, target, endpoints), 'composer');
}

/** Opens the form of a proxy that stands in front of an endpoint. */
export async function proxyInFront(id: string): Promise<void> {
	const state = useWorkbench.getState().endpoints.get(id);
	const [target] = state === undefined ? [] : targetAt(state);
	const kind = target === undefined ? undefined : proxyKindFor(target.kind);
	if (target === undefined || kind === undefined) return;
	const endpoints = [...useWorkbench.getState().endpoints.values()];
	const config = await besideEverything(blankToward(kind, target, endpoints));
	openDialog({ kind: 'new-endpoint', config });
}

/** Whether `connectClient` has something to connect to. */
export function canConnectClient({ config }: EndpointState): boolean {
	return clientKindFor(config.kind) !== undefined;
}

/** Whether a proxy can stand in front of an endpoint. */
export function canProxy({ config }: EndpointState): boolean {
	return proxyKindFor(config.kind) !== undefined;
}

/** The address of an endpoint once it is open. Undefined where it did not start: its card says why. */
async function openTarget(id: string) {
	const before = useWorkbench.getState().endpoints.get(id);
	if (before !== undefined && isIdle(before)) await startEndpoint(id);
	const state = await started(id);
	if (state === undefined || state.status === 'failed') return undefined;
	return targetAt(state)[0];
}

/** An endpoint once it is no longer starting: a server with TLS may make its certificate first. Undefined for one that is removed. */
function started(id: string): Promise<EndpointState | undefined> {
	const look = () => useWorkbench.getState().endpoints.get(id);
	const now = look();
	if (now?.status !== 'starting') return Promise.resolve(now);
	return new Promise((resolve) => {
		const stop = useWorkbench.subscribe(() => {
			const state = look();
			if (state?.status === 'starting') return;
			stop();
			resolve(state);
		});
	});
}
