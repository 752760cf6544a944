import { type Charset, LATIN1, UTF8, utf16 } from './charset.ts';
import { type ReadCharset, tableCharset } from './charset-table.ts';
import type { CharsetName } from './schema.ts';

/**
 * Returns charsets by name, each created on first use. `readerOf` is the platform's decoder, which this layer lacks:
 * `TextDecoder` in Node and in the browser.
 */
export function charsetsBy(readerOf: (name: CharsetName) => ReadCharset): (name: CharsetName) => Charset {
	const made = new Map<CharsetName, Charset>();
	const make = (name: CharsetName): Charset => {
		switch (name) {
			case 'utf-8':
				return UTF8;
			case 'latin1':
				return LATIN1;
			case 'utf-16le':
			case 'utf-16be':
				return utf16(name);
			default:
				return tableCharset(name, readerOf(name));
		}
	};
	return (name) => {
		const charset = made.get(name) ?? make(name);
		made.set(name, charset);
		return charset;
	};
}
