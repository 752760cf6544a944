import { BYTE_COST } from '../template/cost.ts';

/**
 * Maximum cost of answering by rules, in nanoseconds per byte of a message: upper estimates, measured on a slow core
 * with code that is not compiled yet. They decide which messages the socket thread may process itself: too high an
 * estimate costs a detour, too low a one blocks every socket.
 */
export const COST = {
	/** Of each rule, whatever the message. */
	rule: 50,
	...BYTE_COST,
	/** A regular expression without an instruction: its input as text, and its captures. */
	regex: 200,
	/** Each instruction of it: all may be active at every byte (re2js simulates the automaton). */
	instruction: 50,
} as const;
