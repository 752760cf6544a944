/**
 * Maximum cost of answering by rules, in nanoseconds per byte of a message: upper estimates, measured on a slow core
 * with code that is not compiled yet. They decide which messages the socket thread may process itself: too high an
 * estimate costs a detour, too low a one blocks every socket.
 */
export const COST = {
	/** Of each rule, whatever the message. */
	rule: 50,
	/** Scanning each byte, by a literal or a filter. */
	scan: 10,
	/** A copy. */
	copy: 1,
	/** A regular expression without an instruction: its input as text, and its captures. */
	regex: 200,
	/** Each instruction of it: all may be active at every byte (re2js simulates the automaton). */
	instruction: 50,
} as const;
