/** Columns of a checkpoint: the start of a walk, and the end of the message in which it starts. */
export const AT = {
	event: 0,
	offset: 1,
	at: 2,
	line: 3,
	number: 4,
	start: 5,
	lost: 6,
	length: 7,
	head: 8,
	terminator: 9,
	end: 10,
} as const;
