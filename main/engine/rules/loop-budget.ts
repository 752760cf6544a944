import { performance } from 'node:perf_hooks';

/**
 * Budget of the socket thread for one message, and for one turn of its loop before it serves other sockets, in
 * estimated nanoseconds. No message from peers may block it for more than 50 ms.
 */
export const INLINE_NS = 10_000_000;
/** Fixed cost of each message. */
const MESSAGE_NS = 500;
/** Maximum time per turn for work that can be deferred to the next turn, in milliseconds by the clock. */
export const SLICE_MS = 10;

let spent = 0;
let spentTurn = -1;
let sliceTurn = -1;
let sliceUntil = 0;

/** The current turn of the loop (libuv's own count). */
function thisTurn(): number {
	return performance.nodeTiming.uvMetricsInfo.loopCount;
}

/**
 * Whether a message whose answer costs `ns` may be answered in this turn of the loop. The turn is looked up only each
 * time the budget of one message was spent.
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
 * Until when, on the clock of `performance.now`, deferred work may run in this turn. All callers of one turn share it;
 * each does at least one piece of work.
 */
export function sliceEnd(): number {
	const turn = thisTurn();
	if (turn !== sliceTurn) {
		sliceTurn = turn;
		sliceUntil = performance.now() + SLICE_MS;
	}
	return sliceUntil;
}
