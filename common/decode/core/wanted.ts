import type { FieldValue } from './field.ts';

/** Receives what a wanted field says: its value and what that means, as far as it has them. */
export type Take = (value: FieldValue | undefined, meaning: string | undefined) => void;

/** Fields of which a message is read for their values alone, as a tree of their names. */
export interface Wanted {
	/** Undefined where only fields in this one are wanted. */
	readonly take?: Take | undefined;
	/** By their names; at the root, the units of protocols by the ids of these. */
	readonly fields: ReadonlyMap<string, Wanted>;
}
