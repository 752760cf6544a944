import { isObject } from './is-object.ts';

/**
 * Adds to `next` the keys of a file that this version does not know, written by another version, at any depth.
 * `document` is the file's JSON, `known` its understood part. Elements of lists are matched by their id, else by
 * equality, else by their name, else by their index in a list of the same length.
 */
export function withUnknownKeys(document: unknown, known: unknown, next: unknown): unknown {
	if (Array.isArray(next)) {
		if (!Array.isArray(document) || !Array.isArray(known)) return next;
		const partners = partnersOf(next, known);
		return next.map((value, at) => {
			const partner = partners[at];
			return partner === undefined ? value : withUnknownKeys(document[partner], known[partner], value);
		});
	}
	if (!isObject(next) || !isObject(document) || !isObject(known)) return next;
	const kept = Object.entries(next).map(([key, value]) => {
		const both = Object.hasOwn(document, key) && Object.hasOwn(known, key);
		return [key, both ? withUnknownKeys(document[key], known[key], value) : value];
	});
	const unknown = Object.entries(document).filter(([key]) => !Object.hasOwn(known, key) && !Object.hasOwn(next, key));
	return Object.fromEntries([...kept, ...unknown]);
}

/** The places of all keys of a document that its understood part does not have. */
export function unknownPaths(document: unknown, known: unknown): PropertyKey[][] {
	if (Array.isArray(document) && Array.isArray(known)) {
		return document.flatMap((value, at) => unknownPaths(value, known[at]).map((path) => [at, ...path]));
	}
	if (!isObject(document) || !isObject(known)) return [];
	return Object.entries(document).flatMap(([key, value]) =>
		Object.hasOwn(known, key) ? unknownPaths(value, known[key]).map((path) => [key, ...path]) : [[key]],
	);
}

/** For each element the index of its previous version. */
function partnersOf(next: readonly unknown[], known: readonly unknown[]): (number | undefined)[] {
	const free = new Set(known.keys());
	const partners: (number | undefined)[] = next.map(() => undefined);
	const pair = (fits: (value: unknown, at: number, other: number) => boolean): void => {
		for (const [at, value] of next.entries()) {
			if (partners[at] !== undefined) continue;
			const found = [...free].find((other) => fits(value, at, other));
			if (found === undefined) continue;
			partners[at] = found;
			free.delete(found);
		}
	};
	pair((value, _at, other) => keyOf(value, 'id') !== undefined && keyOf(value, 'id') === keyOf(known[other], 'id'));
	const texts = known.map((value) => JSON.stringify(value));
	pair((value, _at, other) => JSON.stringify(value) === texts[other]);
	pair(
		(value, _at, other) => keyOf(value, 'name') !== undefined && keyOf(value, 'name') === keyOf(known[other], 'name'),
	);
	if (next.length === known.length) pair((_value, at, other) => at === other);
	return partners;
}

function keyOf(value: unknown, key: 'id' | 'name'): unknown {
	return isObject(value) ? value[key] : undefined;
}
