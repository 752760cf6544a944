import { partError } from '../sentences/part-error.ts';

/** A name and a folder: the identity of a payload, and of a test. */
export interface NamedPlace {
	readonly name: string;
	readonly folder?: string | undefined;
}

/** What a list consists of, and how many of it a workspace has at most. */
export interface NamedKind {
	readonly noun: 'Payload' | 'Test';
	readonly most: number;
}

/** The place alone, of what has more. */
export function namedPlace({ name, folder }: NamedPlace): { readonly name: string; readonly folder?: string } {
	return folder === undefined ? { name } : { name, folder };
}

/** The place as a text, as the key of a map. */
export function placeKey({ name, folder }: NamedPlace): string {
	return JSON.stringify([folder ?? null, name]);
}

/** The name after its folder, for people. */
export function titleOf({ name, folder }: NamedPlace): string {
	return folder === undefined ? name : `${folder}/${name}`;
}

export function isAt(one: NamedPlace, other: NamedPlace): boolean {
	return one.name === other.name && one.folder === other.folder;
}

/**
 * The list with one more, or with a changed one in place of `replaces`. Fails with `wrong-state` where another has its name
 * or there are too many, and with `not-found` where there is none to replace.
 */
export function withNamed<T extends NamedPlace>(
	list: readonly T[],
	one: T,
	replaces: NamedPlace | undefined,
	{ noun, most }: NamedKind,
): T[] {
	const at = replaces === undefined ? list.length : placeOf(list, replaces, noun);
	if (list.some((other, place) => place !== at && isAt(other, one))) {
		throw partError('wrong-state', `named${noun}There`, { name: one.name });
	}
	if (at >= most) throw partError('wrong-state', `tooMany${noun}s`, { most });
	return [...list.slice(0, at), one, ...list.slice(at + 1)];
}

/** The list without one. Fails with `not-found`. */
export function withoutNamed<T extends NamedPlace>(list: readonly T[], gone: NamedPlace, { noun }: NamedKind): T[] {
	return list.toSpliced(placeOf(list, gone, noun), 1);
}

function placeOf(list: readonly NamedPlace[], wanted: NamedPlace, noun: NamedKind['noun']): number {
	const at = list.findIndex((one) => isAt(one, wanted));
	if (at >= 0) return at;
	throw partError('not-found', `named${noun}Gone`, { name: wanted.name });
}
