import { create } from 'zustand';
import { BUILT_IN, type KnownProtocols, knownProtocols } from '../../../common/filter/index.ts';

interface Known {
	readonly known: KnownProtocols;
	/** The same down to the names of fields; undefined until these are loaded. */
	readonly named: KnownProtocols | undefined;
}

/** What filters can name: the built-in protocols, and the structures of the workspace. */
export const useKnownProtocols = create<Known>()(() => ({ known: BUILT_IN, named: undefined }));

/** The same at this time. */
export function knownNow(): KnownProtocols {
	return useKnownProtocols.getState().known;
}

/** The workspace has these structures. */
export function takeStructureIds(ids: readonly string[]): void {
	useKnownProtocols.setState({ known: knownProtocols(ids), named: undefined });
}
