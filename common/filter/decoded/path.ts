import { BUILT_IN, type KnownProtocols } from './known.ts';

/** Names of a decoded field, the first of which is the id of its protocol. */
export type WrittenPath = readonly string[];

/** A path at a place in a text, and where it ends. */
export interface PathAt {
	readonly path: WrittenPath;
	/** Where each name begins. */
	readonly starts: readonly number[];
	readonly end: number;
}

const PROTOCOL = /[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*/y;
/** A name behind a dot. Names with other characters, as JSON has them, stand in quotes. */
const NAME = /\.(?:([^\s()".:<>=!]+)|"((?:[^"\\]|\\["\\])*)")/y;
const PLAIN = /^[^\s()".:<>=!]+$/;

/** The path that begins here: the id of a protocol in any case, then at least one name; undefined where there is none. */
export function pathAt(text: string, at: number, known: KnownProtocols = BUILT_IN): PathAt | undefined {
	PROTOCOL.lastIndex = at;
	const protocol = PROTOCOL.exec(text)?.[0] ?? '';
	const id = known.idOf(protocol);
	if (id === undefined) return undefined;
	const path: string[] = [id];
	const starts = [at];
	NAME.lastIndex = at + protocol.length;
	for (let end = NAME.lastIndex; ; end = NAME.lastIndex) {
		const found = NAME.exec(text);
		if (found === null) return path.length > 1 ? { path, starts, end } : undefined;
		const [, plain, quoted = ''] = found;
		starts.push(end + 1);
		path.push(plain ?? quoted.replaceAll(/\\(.)/g, '$1'));
	}
}

/** The path that a text is as a whole; undefined for any other text. */
export function wholePath(text: string, known: KnownProtocols): WrittenPath | undefined {
	const found = pathAt(text, 0, known);
	return found?.end === text.length ? found.path : undefined;
}

/** Prints a path so that pathAt reads the same. */
export function printPath(path: WrittenPath): string {
	return path.map((name) => (PLAIN.test(name) ? name : `"${name.replaceAll(/["\\]/g, '\\$&')}"`)).join('.');
}
