import { create } from 'zustand';
import { isProtocol } from '../../../../common/decode/protocols.ts';
import type { DecodeAs } from '../../../../common/endpoints/index.ts';
import { setDecodeAs } from '../../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';

interface Choices {
	/** By the names of endpoints that the workspace does not have, until Wirebench ends. */
	readonly others: ReadonlyMap<string, DecodeAs>;
}

const useOthers = create<Choices>()(() => ({ others: new Map() }));

/** The endpoint of a name; undefined where several have it, or none. */
function endpointNamed(name: string, endpoints: ReturnType<typeof useWorkbench.getState>['endpoints']) {
	const [one, ...more] = [...endpoints.values()].filter(({ config }) => config.name === name);
	return more.length > 0 ? undefined : one;
}

/** The protocols that a person has chosen for an endpoint by name; undefined: what the bytes look like. */
export function useChosen(name: string): DecodeAs {
	const config = useWorkbench(({ endpoints }) => endpointNamed(name, endpoints)?.config);
	const other = useOthers(({ others }) => others.get(name));
	return config === undefined ? other : config.decodeAs;
}

/** What a choice holds for. */
export type ChoiceScope = 'endpoint' | 'in' | 'out';

/** Decodes what an endpoint receives, sends, or both, as a protocol; undefined: as what it looks like. Kept with the endpoint. */
export function chooseProtocol(name: string, present: DecodeAs, scope: ChoiceScope, id: string | undefined): void {
	const protocol = id !== undefined && isProtocol(id) ? id : undefined;
	const decodeAs = scope === 'endpoint' ? { in: protocol, out: protocol } : { ...present, [scope]: protocol };
	const endpoint = endpointNamed(name, useWorkbench.getState().endpoints);
	if (endpoint === undefined) useOthers.setState(({ others }) => ({ others: new Map(others).set(name, decodeAs) }));
	else void setDecodeAs(endpoint.id, decodeAs);
}
