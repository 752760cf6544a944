import { create } from 'zustand';
import { BUILT_IN, type KnownProtocols, knownProtocols } from '../../../common/filter/index.ts';

/** What filters can name: the built-in protocols, and the structures of the workspace. */
export const useKnownProtocols = create<{ readonly known: KnownProtocols }>()(() => ({ known: BUILT_IN }));

/** The same at this time. */
export function knownNow(): KnownProtocols {
	return useKnownProtocols.getState().known;
}

/** The workspace has these structures. */
export function takeStructureIds(ids: readonly string[]): void {
	useKnownProtocols.setState({ known: knownProtocols(ids) });
}
