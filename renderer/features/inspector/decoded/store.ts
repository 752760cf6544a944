import { create } from 'zustand';
import { isProtocol } from '../../../../common/decode/protocols.ts';
import type { DecodeAs } from '../../../../common/endpoints/index.ts';
import { setDecodeAs } from '../../../app/state/endpoints/endpoint-actions.ts';
import { onlyNamed, useWorkbench } from '../../../app/state/endpoints/workbench.ts';

/** Ids of structures. */
interface ChosenStructures {
	readonly in?: string | undefined;
	readonly out?: string | undefined;
}

interface Choices {
	/** By the names of endpoints, until the window is closed: a choice before that of a protocol. */
	readonly structures: ReadonlyMap<string, ChosenStructures>;
	/** By the names of endpoints that the workspace does not have, until Wirebench ends. */
	readonly others: ReadonlyMap<string, DecodeAs>;
}

const useOthers = create<Choices>()(() => ({ structures: new Map(), others: new Map() }));

/** The protocols that a person has chosen for an endpoint by name; undefined: what the bytes look like. */
export function useChosen(name: string): DecodeAs {
	const config = useWorkbench((workbench) => onlyNamed(workbench, name)?.config);
	const other = useOthers(({ others }) => others.get(name));
	return config === undefined ? other : config.decodeAs;
}

/** The structures that a person has chosen for an endpoint by name. */
export function useChosenStructures(name: string): ChosenStructures | undefined {
	return useOthers(({ structures }) => structures.get(name));
}

/** What a choice holds for. */
export type ChoiceScope = 'endpoint' | 'in' | 'out';

/** Decodes what an endpoint receives, sends, or both, as a structure; undefined: as the protocol that is chosen, or the guess. */
export function chooseStructure(name: string, scope: ChoiceScope, id: string | undefined): void {
	useOthers.setState(({ structures }) => {
		const chosen = scope === 'endpoint' ? { in: id, out: id } : { ...structures.get(name), [scope]: id };
		return { structures: new Map(structures).set(name, chosen) };
	});
}

/** Decodes what an endpoint receives, sends, or both, as a protocol; undefined: as what it looks like. Kept with the endpoint. */
export function chooseProtocol(name: string, present: DecodeAs, scope: ChoiceScope, id: string | undefined): void {
	const protocol = id !== undefined && isProtocol(id) ? id : undefined;
	const decodeAs = scope === 'endpoint' ? { in: protocol, out: protocol } : { ...present, [scope]: protocol };
	const endpoint = onlyNamed(useWorkbench.getState(), name);
	if (endpoint === undefined) useOthers.setState(({ others }) => ({ others: new Map(others).set(name, decodeAs) }));
	else void setDecodeAs(endpoint.id, decodeAs);
}
