import { create } from 'zustand';

/** What is wanted in place of an endpoint. */
export const ALL = '';

export const SOCKET_PARTS = ['calls', 'states', 'kernel'] as const;

/** What is chosen of a stored capture, whose endpoints are not those of the window. */
export interface ChosenOfCapture {
	/** Its id. */
	readonly capture: string;
	/** Name of an endpoint. */
	readonly endpoint?: string;
	readonly connection?: number;
}

interface SocketView {
	readonly part: (typeof SOCKET_PARTS)[number];
	/** Name of the endpoint whose calls are shown; `ALL` for all, undefined for the selected one. */
	readonly wanted: string | undefined;
	/** Undefined: all endpoints, and the connection of the selection. */
	readonly chosen: ChosenOfCapture | undefined;
}

export const useSocketView = create<SocketView>()(() => ({ part: 'calls', wanted: undefined, chosen: undefined }));

/** What is chosen of a capture; nothing for the live one. */
export function chosenOf({ chosen }: SocketView, capture: string | undefined): ChosenOfCapture | undefined {
	return chosen?.capture === capture ? chosen : undefined;
}
