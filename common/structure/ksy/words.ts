import type { Said } from '../sentences/said.ts';

/** Something in a .ksy file that is not imported, with its place. */
export interface KsyFinding extends Said {
	readonly path: readonly (string | number)[];
}

/** An object of a document; empty where it is none. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** A value of YAML as a text; undefined where there is none. */
export function textIn(value: unknown): string | undefined {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? String(value)
		: undefined;
}
