import type { CharsetName } from '../payload/charsets/names.ts';
import { FilterError } from './error.ts';

/**
 * What `make` makes for a charset, once for each: for UTF-8 at once, where it may throw. Undefined in a charset for which
 * it throws FilterError: one that lacks a character of a regular expression, or has several bytes for one in a class.
 */
export function perCharset<T>(make: (charset: CharsetName) => T): (charset: CharsetName) => T | undefined {
	const made = new Map<CharsetName, T | undefined>([['utf-8', make('utf-8')]]);
	return (charset) => {
		if (!made.has(charset))
			made.set(
				charset,
				unlessRefused(() => make(charset)),
			);
		return made.get(charset);
	};
}

function unlessRefused<T>(make: () => T): T | undefined {
	try {
		return make();
	} catch (error) {
		if (error instanceof FilterError) return undefined;
		throw error;
	}
}
