import { create } from 'zustand';

export interface Viewed {
	/** Id of the capture that the window looks at; undefined for the live one. */
	readonly capture: string | undefined;
}

/** Which of the open captures the log, the inspector and all that shows traffic are about. */
export const useViewed = create<Viewed>()(() => ({ capture: undefined }));

/** What a call or a topic about the capture says of which one is meant. */
export function viewed(): { readonly capture?: string } {
	const { capture } = useViewed.getState();
	return capture === undefined ? {} : { capture };
}
