import type { Direction, EventKind } from '../../common/capture/event.ts';

/** How a direction is drawn, and what it is called for those who do not see it. */
export const DIRECTION_MARKS: Readonly<Record<Direction, { readonly arrow: string; readonly name: string }>> = {
	in: { arrow: '←', name: 'in' },
	out: { arrow: '→', name: 'out' },
	none: { arrow: '', name: '' },
};

/** Kinds that went wrong carry a shape as well as a colour. */
export function isTrouble(kind: EventKind): boolean {
	return kind === 'error' || kind === 'reset';
}
