/**
 * What answering by rules costs at most, in nanoseconds for each byte of a message: upper estimates, measured on a slow core
 * with code that is not compiled yet. They decide which messages the thread of the sockets may look at itself, so an estimate
 * that is too high costs a detour, and one that is too low holds up every socket.
 */
export const COST = {
	/** Of each rule, whatever the message. */
	rule: 50,
	/** A look at each byte, by a literal or a filter. */
	scan: 10,
	/** A copy. */
	copy: 1,
	/** A regular expression without an instruction: its input as text, and its captures. */
	regex: 200,
	/** Each instruction of it: all of them may be alive at every byte (re2js simulates the automaton). */
	instruction: 50,
} as const;
