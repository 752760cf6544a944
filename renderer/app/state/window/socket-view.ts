import { create } from 'zustand';

/** What is wanted in place of an endpoint. */
export const ALL = '';

export const SOCKET_PARTS = ['calls', 'states', 'kernel'] as const;

interface SocketView {
	readonly part: (typeof SOCKET_PARTS)[number];
	/** Name of the endpoint whose calls are shown; `ALL` for all, undefined for the selected one. */
	readonly wanted: string | undefined;
}

export const useSocketView = create<SocketView>()(() => ({ part: 'calls', wanted: undefined }));
