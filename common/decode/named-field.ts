/** What a decoded field has as its value; `none` where only other fields are in it. */
export const NAMED_TYPES = ['number', 'textual', 'bytes', 'truth', 'none'] as const;
export type NamedType = (typeof NAMED_TYPES)[number];

/** A decoded field, by its name in a filter. */
export interface NamedField {
	readonly name: string;
	readonly type: NamedType;
}
