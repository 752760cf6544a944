import { create } from 'zustand';

/** Bytes that another part of the window puts into the composer, to be edited and sent. */
export interface OfferedDraft {
	readonly bytes: Uint8Array;
	/** Their connection; 0 for none. */
	readonly connection: number;
	/** Name of its endpoint at the time. */
	readonly endpoint: string;
}

/** Maximum bytes for the composer: written as escapes they are still editable text. */
export const DRAFT_LIMIT = 64 * 1024;

interface ComposerDraft {
	readonly offered: OfferedDraft | undefined;
}

const useComposerDraft = create<ComposerDraft>()(() => ({ offered: undefined }));

/** Puts bytes into the composer. */
export function offerDraft(offered: OfferedDraft): void {
	useComposerDraft.setState({ offered });
}

/** Calls back once for each offer, including one made before. Returns a function that removes the listener. */
export function onOfferedDraft(take: (offered: OfferedDraft) => void): () => void {
	const look = ({ offered }: ComposerDraft) => {
		if (offered === undefined) return;
		useComposerDraft.setState({ offered: undefined });
		take(offered);
	};
	look(useComposerDraft.getState());
	return useComposerDraft.subscribe(look);
}
