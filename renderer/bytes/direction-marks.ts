import type { Direction, EventKind } from '../../common/capture/event.ts';

/** The arrow of a direction, and its accessible name. */
export const DIRECTION_MARKS: Readonly<Record<Direction, { readonly arrow: string; readonly name: string }>> = {
	in: { arrow: '←', name: 'in' },
	out: { arrow: '→', name: 'out' },
	none: { arrow: '', name: '' },
};

/** Kinds of failure have a shape as well as a colour. */
export function isTrouble(kind: EventKind): boolean {
	return kind === 'error' || kind === 'reset';
}
