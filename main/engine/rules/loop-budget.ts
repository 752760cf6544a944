import { performance } from 'node:perf_hooks';

/**
 * What the thread of the sockets may spend on one message, and on all of one turn of its loop before it looks at other
 * sockets, in nanoseconds by estimate. Nothing that peers send may keep it for more than 50 ms.
 */
export const INLINE_NS = 10_000_000;
/** Of each message, whatever answers it. */
const MESSAGE_NS = 500;
/** How long work that can be left for the next turn may go on in one, in milliseconds by the clock. */
export const SLICE_MS = 10;

let spent = 0;
let spentTurn = -1;
let sliceTurn = -1;
let sliceUntil = 0;

/** Which turn of the loop this is (libuv's own count). */
function thisTurn(): number {
	return performance.nodeTiming.uvMetricsInfo.loopCount;
}

/**
 * Whether a message whose answer costs `ns` may be answered in this turn of the loop. The turn is looked up only each time that
 * as much was spent as one may take.
 */
export function fitsThisTurn(ns: number): boolean {
	spent += ns + MESSAGE_NS;
	if (spent < INLINE_NS) return true;
	const turn = thisTurn();
	if (turn === spentTurn) return false;
	spentTurn = turn;
	spent = 0;
	return true;
}

/**
 * Until when, on the clock of `performance.now`, work of this turn that has waited may go on. All who ask in one turn share it;
 * whoever has something to do does one piece of it in any case.
 */
export function sliceEnd(): number {
	const turn = thisTurn();
	if (turn !== sliceTurn) {
		sliceTurn = turn;
		sliceUntil = performance.now() + SLICE_MS;
	}
	return sliceUntil;
}
