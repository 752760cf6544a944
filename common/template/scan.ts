import { type Fault, fault } from '../payload/codec/fault.ts';

/** A word of a placeholder, and its offset in the template. */
export interface Word {
	readonly text: string;
	readonly at: number;
	/** It stood in double quotes. */
	readonly quoted: boolean;
}

/** A placeholder as written. */
export interface Placeholder {
	/** The offset of its braces, and the one after them. */
	readonly from: number;
	readonly to: number;
	/** Its name and what follows it. */
	readonly words: readonly Word[];
	/** The names after bars. */
	readonly filters: readonly Word[];
}

/** The innermost pair of braces counts: `{{{data}}}` is a placeholder between single braces. */
const OPEN = /\{\{(?!\{)/g;
const WORD = /\s*(?:"([^"]*)"|([^\s"|}]+|\}(?!\})))/y;
const FILTER = /\s*\|((?:[^|}]|\}(?!\}))*)/y;
const CLOSE = /\s*\}\}/y;

/** Finds the placeholders of a template; or the first that does not end. */
export function scan(text: string): { readonly ok: true; readonly placeholders: readonly Placeholder[] } | Fault {
	const placeholders: Placeholder[] = [];
	OPEN.lastIndex = 0;
	for (let open = OPEN.exec(text); open !== null; open = OPEN.exec(text)) {
		const placeholder = readPlaceholder(text, open.index);
		if ('ok' in placeholder) return placeholder;
		placeholders.push(placeholder);
		OPEN.lastIndex = placeholder.to;
	}
	return { ok: true, placeholders };
}

function readPlaceholder(text: string, from: number): Placeholder | Fault {
	const words: Word[] = [];
	const filters: Word[] = [];
	let at = from + 2;
	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (found !== null) at = pattern.lastIndex;
		return found;
	};
	for (let word = take(WORD); word !== null; word = take(WORD)) {
		const [, quoted, bare = ''] = word;
		if (bare.includes('{{')) return fault(from, 'templateUnclosed');
		const inner = quoted ?? bare;
		words.push({ text: inner, at: at - inner.length - (quoted === undefined ? 0 : 1), quoted: quoted !== undefined });
	}
	for (let filter = take(FILTER); filter !== null; filter = take(FILTER)) {
		const [, written = ''] = filter;
		if (written.includes('{{')) return fault(from, 'templateUnclosed');
		filters.push({ text: written.trim(), at: at - written.length, quoted: false });
	}
	if (take(CLOSE) !== null) return { from, to: at, words, filters };
	const quote = /^\s*"/.exec(text.slice(at));
	return quote === null ? fault(from, 'templateUnclosed') : fault(at + quote[0].length - 1, 'templateQuoteOpen');
}
