/** Columns of a checkpoint: line `LINE` begins in this of the connection's events, at this byte, or at its head. */
export const EVENT = 0;
export const OFFSET = 1;
export const LINE = 2;
/** The offset of what stands above a chunk's bytes: its head, which is all there is of other events. */
export const HEAD = -1;
