import { create } from 'zustand';

/** What is wanted in place of an endpoint. */
export const ALL = '';

interface SocketView {
	/** Name of the endpoint whose calls are shown; `ALL` for all, undefined for the selected one. */
	readonly wanted: string | undefined;
}

export const useSocketView = create<SocketView>()(() => ({ wanted: undefined }));
