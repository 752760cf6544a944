/** A token of a regular expression in RE2's syntax: an escape, a class, the head of a group, or a character. */
const TOKEN = /\\.|\[\^?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]|\(\?(?:P?<\w+>|[a-zA-Z]*[:)])|./gsu;

/** What other languages do not have, or have otherwise. */
const OTHER = /^\\[pPQECAz]|\[:/;

/** The tokens of a pattern; undefined where one means something else in other languages, or no ASCII. */
export function regexTokens(pattern: string): string[] | undefined {
	// A character that is not ASCII stands for its bytes, which a class or a repetition would separate.
	if (/[^\t-\r\x20-\x7e]/.test(pattern)) return undefined;
	const tokens = pattern.match(TOKEN) ?? [];
	const isOther = (token: string, at: number) => OTHER.test(token) || (at > 0 && /^\(\?[a-zA-Z]+\)$/.test(token));
	return tokens.some(isOther) ? undefined : tokens;
}

/** The flags of the first token, as in `(?si)`, and the others. */
export function leadingFlags(tokens: readonly string[]): { readonly flags: string; readonly rest: readonly string[] } {
	const flags = /^\(\?([a-z]+)\)$/.exec(tokens[0] ?? '')?.[1];
	return flags === undefined ? { flags: '', rest: tokens } : { flags, rest: tokens.slice(1) };
}
