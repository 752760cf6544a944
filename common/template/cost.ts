/** Upper estimates in nanoseconds per byte of a message, measured on a slow core with code that is not compiled yet. */
export const BYTE_COST = {
	/** Scanning each byte, by a literal, a filter or a checksum. */
	scan: 10,
	copy: 1,
} as const;
