import { useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { ConnectionState, EndpointState } from '../../../common/contract/calls/workbench.ts';
import { useWorkbench, type Workbench } from '../../app/state/endpoints/workbench.ts';

/**
 * An endpoint without its figures, which change many times a second while there is traffic: a row that does not show
 * them is not rendered again. Of its connections it says only whether there are any.
 */
export function useSteady(id: string): EndpointState | undefined {
	return useWorkbench(
		useShallow(({ endpoints }) => {
			const state = endpoints.get(id);
			return state === undefined ? undefined : steady(state);
		}),
	);
}

export type SteadyConnection = Omit<ConnectionState, 'bytesIn' | 'bytesOut'>;

/** A connection without its counters, in the same way. */
export function useSteadyConnection(id: number): SteadyConnection | undefined {
	return useWorkbench(
		useShallow(({ connections }) => {
			const state = connections.get(id);
			if (state === undefined) return undefined;
			const { bytesIn: _, bytesOut: __, ...others } = state;
			return others;
		}),
	);
}

/** All endpoints, for their order, names and addresses: another map only when one of these has changed. */
export function useSteadyEndpoints(): Workbench['endpoints'] {
	const kept = useRef<Workbench['endpoints']>(new Map());
	return useWorkbench(({ endpoints }) => {
		if (!haveSamePlaces(kept.current, endpoints)) kept.current = endpoints;
		return kept.current;
	});
}

function haveSamePlaces(before: Workbench['endpoints'], after: Workbench['endpoints']): boolean {
	if (before === after) return true;
	if (before.size !== after.size) return false;
	const others = before.values();
	for (const { id, config, local, status } of after.values()) {
		const { value: other } = others.next();
		const isSame = other?.id === id && other.config === config && other.local === local && other.status === status;
		if (!isSame) return false;
	}
	return true;
}

function steady({ answers: _, counters: __, ...state }: EndpointState): EndpointState {
	const connections = Math.min(1, state.connections);
	return { ...state, connections, bytesIn: 0, bytesOut: 0, rateIn: 0, rateOut: 0, eventRate: 0 };
}
