import { isIdle } from '../../../../common/contract/base/endpoint-status.ts';
import { traitsOf } from '../../../../common/endpoints/index.ts';
import { startEndpoint, stopEndpoints } from './endpoint-actions.ts';
import { useWorkbench } from './workbench.ts';

/** What receives starts before what sends to it. */
const ORDER = ['server', 'socket', 'proxy', 'client'] as const;

/** Starts every endpoint that does not run. Those that fail show it on their cards. */
export async function startAll(): Promise<void> {
	for (const role of ORDER) {
		const all = [...useWorkbench.getState().endpoints.values()];
		const now = all.filter((state) => traitsOf(state.config.kind).role === role && isIdle(state));
		await Promise.all(now.map(({ id }) => startEndpoint(id)));
	}
}

/** Stops every endpoint that runs, all at the same moment: both ends of a connection close without waiting for each other. */
export async function stopAll(): Promise<void> {
	const all = [...useWorkbench.getState().endpoints.values()];
	const ids = all.filter((state) => !isIdle(state) && state.status !== 'stopping').map(({ id }) => id);
	await stopEndpoints(ids);
}
