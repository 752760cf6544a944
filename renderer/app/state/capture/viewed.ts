import { create } from 'zustand';

export interface Viewed {
	/** Id of the viewed capture; undefined for the live one. */
	readonly capture: string | undefined;
}

/** The open capture shown in the log, the inspector and all other traffic views. */
export const useViewed = create<Viewed>()(() => ({ capture: undefined }));

/** The capture parameter of a call or a topic. */
export function viewed(): { readonly capture?: string } {
	const { capture } = useViewed.getState();
	return capture === undefined ? {} : { capture };
}
