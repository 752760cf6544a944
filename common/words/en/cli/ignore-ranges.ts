/** How a range of bytes to ignore is written. */
export const ignoreRanges = {
	forms:
		'FROM-TO, FROM- or FROM, offsets from 0 or, negative, from the end; before it, each with a colon: in or out, and message=N or message=N-M, as in 4-7, -2-, in:0x10-0x13, out:message=3:0-1',
};
