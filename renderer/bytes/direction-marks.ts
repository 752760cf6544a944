import type { Direction, EventKind } from '../../common/capture/event.ts';

export const DIRECTION_ARROWS: Readonly<Record<Direction, string>> = { in: '←', out: '→', none: '' };

/** Kinds of failure have a shape as well as a colour. */
export function isTrouble(kind: EventKind): boolean {
	return kind === 'error' || kind === 'reset';
}
