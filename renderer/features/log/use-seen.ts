import { useEffect } from 'react';
import { changeView } from './list/store.ts';
import { withSeen } from './list/view.ts';

/** Records how far down rows have been visible: those beyond are the newer ones. */
export function useSeen(inSight: number, listed: number): void {
	useEffect(() => {
		changeView((view) => withSeen(view, Math.min(inSight, listed)));
	}, [inSight, listed]);
}
