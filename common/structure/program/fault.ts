import type { Said } from '../sentences/said.ts';

/** A fault in a structure's document. */
export interface StructureFault extends Said {
	/** Its place, as in `['fields', 2, 'length']`; empty: the whole document. */
	readonly path: readonly (string | number)[];
	/** Offset in the expression at that place. */
	readonly position?: number;
}
