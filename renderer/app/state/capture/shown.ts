import { useEffect } from 'react';
import { create } from 'zustand';

interface Shown {
	/** Rows in the view of the centre, a counter of the status bar; undefined while that view lists no events. */
	readonly shown: number | undefined;
}

export const useShown = create<Shown>()(() => ({ shown: undefined }));

/** Reports the number of events that a view lists, as long as the view is there. */
export function useShownCount(shown: number): void {
	useEffect(() => useShown.setState({ shown }), [shown]);
	useEffect(() => () => useShown.setState({ shown: undefined }), []);
}
