import { useEffect } from 'react';
import { changeView } from './store.ts';
import { withSeen } from './view.ts';

/** Remembers how far down the rows have been in sight: those beyond are the newer ones that wait. */
export function useSeen(inSight: number, listed: number): void {
	useEffect(() => {
		changeView((view) => withSeen(view, Math.min(inSight, listed)));
	}, [inSight, listed]);
}
