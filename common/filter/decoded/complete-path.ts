import type { NamedField, NamedType } from '../../decode/named-field.ts';

/** A name that goes on from what is written. */
interface FieldSuggestion {
	readonly insert: string;
	/** The type of its value, where one can be compared. */
	readonly about?: Exclude<NamedType, 'none'>;
}

/** A path that is being written: the text before the caret that ends behind a dot, or within the name behind it. */
const WRITING =
	/(?<![^\s(])[A-Za-z][A-Za-z0-9-]*(?:\.(?:[^\s()".:<>=!]+|"(?:[^"\\]|\\.)*"))*\.(?:[^\s()".:<>=!]*|"(?:[^"\\]|\\.)*)$/;
/** A name of a path, in quotes or not. */
const PART = /"(?:[^"\\]|\\.)*"?|[^".]+/g;
const NUMBER = /^\d+$/;

/** The path that ends at the end of a text; undefined where none is written there. */
export function pathBeing(before: string): string | undefined {
	return WRITING.exec(before)?.[0];
}

/**
 * The decoded fields whose names go on from a path to the next dot, each of them with what stands behind its name. Elements of an array are
 * those of the first, whatever their number.
 */
export function completePath(written: string, decoded: readonly NamedField[]): FieldSuggestion[] {
	const typed = partsOf(written);
	const around = new Set<string>();
	const found: { readonly name: string; readonly path: string; readonly type: NamedType }[] = [];
	for (const { name, type } of decoded) {
		const parts = partsOf(name);
		const own = parts.slice(0, typed.length);
		const shown = own.map((part, i) => goesOn(part, typed[i] ?? '', i === typed.length - 1));
		if (own.length < typed.length || shown.includes(undefined)) continue;
		const path = own.join('.');
		if (parts.length > typed.length) around.add(path);
		else found.push({ name: shown.join('.'), path, type });
	}
	return found.flatMap(({ name, path, type }): FieldSuggestion[] => [
		...(type === 'none' ? [] : [{ insert: `${name}:`, about: type }]),
		...(around.has(path) ? [{ insert: `${name}.` }] : []),
	]);
}

/** The part of a name that stands for what is typed; undefined where it does not. */
function goesOn(part: string, typed: string, isLast: boolean): string | undefined {
	if (part === '0' && NUMBER.test(typed)) return typed;
	const [name, begin] = [part.toLowerCase(), typed.toLowerCase()];
	if (!isLast) return name === begin ? part : undefined;
	// An opening quote that is not typed yet does not prevent a match.
	return name.startsWith(begin) || name.replace('"', '').startsWith(begin) ? part : undefined;
}

/** The names of a path as they are written; the last one is empty behind a dot. */
function partsOf(path: string): readonly string[] {
	if (!path.includes('"')) return path.split('.');
	const parts = path.match(PART) ?? [];
	const isOpen = parts.join('.').length < path.length;
	return isOpen ? [...parts, ''] : parts;
}
