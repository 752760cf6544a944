/** Raised when an incompatible change is made to the envelope or the framing. */
export const PROTOCOL_VERSION = 1;
