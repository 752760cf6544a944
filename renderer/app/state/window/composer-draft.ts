import { create } from 'zustand';

/** Bytes that another part of the window puts into the composer, to be looked at, changed and sent. */
export interface OfferedDraft {
	readonly bytes: Uint8Array;
	/** The connection that they belong to; 0 for none. */
	readonly connection: number;
	/** Name of its endpoint at the time. */
	readonly endpoint: string;
}

/** Bytes that the composer takes at most: written out in escapes they are still a text that can be edited. */
export const DRAFT_LIMIT = 64 * 1024;

interface ComposerDraft {
	readonly offered: OfferedDraft | undefined;
}

const useComposerDraft = create<ComposerDraft>()(() => ({ offered: undefined }));

/** Hands bytes to the composer. */
export function offerDraft(offered: OfferedDraft): void {
	useComposerDraft.setState({ offered });
}

/** Calls back with what is offered, once each, also with what was offered before. Returns the way to stop. */
export function onOfferedDraft(take: (offered: OfferedDraft) => void): () => void {
	const look = ({ offered }: ComposerDraft) => {
		if (offered === undefined) return;
		useComposerDraft.setState({ offered: undefined });
		take(offered);
	};
	look(useComposerDraft.getState());
	return useComposerDraft.subscribe(look);
}
