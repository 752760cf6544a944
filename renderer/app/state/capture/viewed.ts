import { create } from 'zustand';

export interface Viewed {
	/** Id of the viewed capture; undefined for the live one. */
	readonly capture: string | undefined;
}

/** The open capture shown in the log, the inspector and all other traffic views. */
export const useViewed = create<Viewed>()(() => ({ capture: undefined }));

/** The capture parameter of a call or a topic; `capture` is undefined for the live one. */
export function captureParam(capture: string | undefined): { readonly capture?: string } {
	return capture === undefined ? {} : { capture };
}

/** The same of the viewed capture. */
export function viewed(): { readonly capture?: string } {
	return captureParam(useViewed.getState().capture);
}
