import { create } from 'zustand';
import type { DecodeAs } from '../../../../common/endpoints/index.ts';
import { setDecodeAs } from '../../state/endpoints/endpoint-actions.ts';
import { onlyNamed, useWorkbench } from '../../state/endpoints/workbench.ts';

interface Choices {
	/** By the names of endpoints that the workspace does not have, until Wirebench ends. */
	readonly others: ReadonlyMap<string, DecodeAs>;
}

const useOthers = create<Choices>()(() => ({ others: new Map() }));

/** The protocols, or structures, that a person has chosen for an endpoint by name; undefined: what the bytes look like. */
export function useChosen(name: string): DecodeAs {
	const config = useWorkbench((workbench) => onlyNamed(workbench, name)?.config);
	const other = useOthers(({ others }) => others.get(name));
	return config === undefined ? other : config.decodeAs;
}

/** What a choice holds for. */
export type ChoiceScope = 'endpoint' | 'in' | 'out';

/**
 * Decodes what an endpoint receives, sends, or both, as a protocol or a structure; undefined: as what it looks like. Kept with the
 * endpoint.
 */
export function chooseProtocol(name: string, present: DecodeAs, scope: ChoiceScope, id: string | undefined): void {
	const decodeAs = scope === 'endpoint' ? { in: id, out: id } : { ...present, [scope]: id };
	const endpoint = onlyNamed(useWorkbench.getState(), name);
	if (endpoint === undefined) useOthers.setState(({ others }) => ({ others: new Map(others).set(name, decodeAs) }));
	else void setDecodeAs(endpoint.id, decodeAs);
}
