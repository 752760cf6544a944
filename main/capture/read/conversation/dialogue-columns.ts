/** Columns of a checkpoint: line `LINE` starts in this of the connection's events, at this byte, or at its head. */
export const EVENT = 0;
export const OFFSET = 1;
export const LINE = 2;
/** The offset of a chunk's head, which is the only line of other events. */
export const HEAD = -1;
