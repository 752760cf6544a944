import { isIdle } from '../../../../common/contract/base/endpoint-status.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { traitsOf } from '../../../../common/endpoints/index.ts';
import { startEndpoint, stopEndpoint } from './endpoint-actions.ts';
import { useWorkbench } from './workbench.ts';

/** What receives starts before what sends to it, and stops after it. */
const ORDER = ['server', 'socket', 'proxy', 'client'] as const;

type Act = (id: string) => Promise<void>;

async function eachRole(order: readonly (typeof ORDER)[number][], which: (state: EndpointState) => boolean, act: Act) {
	for (const role of order) {
		const all = [...useWorkbench.getState().endpoints.values()];
		const now = all.filter((state) => traitsOf(state.config.kind).role === role && which(state));
		await Promise.all(now.map(({ id }) => act(id)));
	}
}

/** Starts every endpoint that does not run. Those that fail show it on their cards. */
export async function startAll(): Promise<void> {
	await eachRole(ORDER, isIdle, startEndpoint);
}

/** Stops every endpoint that runs. */
export async function stopAll(): Promise<void> {
	await eachRole(ORDER.toReversed(), (state) => !isIdle(state) && state.status !== 'stopping', stopEndpoint);
}
