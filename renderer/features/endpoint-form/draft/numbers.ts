/** A number as typed: undefined when empty (its default applies, if it has one), NaN when it is invalid. */
export function numberOf(text: string): number | undefined {
	const trimmed = text.trim();
	if (trimmed === '') return undefined;
	return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** A number as typed that has no default: NaN also when empty. */
export function required(text: string): number {
	return numberOf(text) ?? Number.NaN;
}

/** A text as typed: undefined when empty. */
export function textOf(text: string): string | undefined {
	const trimmed = text.trim();
	return trimmed === '' ? undefined : trimmed;
}

/** The fields of a config with values that its schema still has to validate. */
export type UncheckedFields<T> = { readonly [P in keyof T]?: unknown };
