import { create } from 'zustand';

/** The copy of rows that runs. */
interface Copying {
	/** Rows read, of those selected. */
	readonly done: number;
	readonly total: number;
	/** Stops it; undefined while none runs. */
	readonly stop: (() => void) | undefined;
}

export const useCopying = create<Copying>()(() => ({ done: 0, total: 0, stop: undefined }));
