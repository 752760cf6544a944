import { useShallow } from 'zustand/react/shallow';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';

/**
 * An endpoint without its figures, which change many times a second while there is traffic: a row that does not show
 * them is not rendered again.
 */
export function useSteady(id: string): EndpointState | undefined {
	return useWorkbench(
		useShallow(({ endpoints }) => {
			const state = endpoints.get(id);
			return state === undefined ? undefined : steady(state);
		}),
	);
}

function steady({ answers: _, counters: __, ...state }: EndpointState): EndpointState {
	return { ...state, bytesIn: 0, bytesOut: 0, rateIn: 0, rateOut: 0, eventRate: 0 };
}
