import { type Charset, LATIN1, UTF8, utf16 } from './charset.ts';
import { iso2022jp } from './iso-2022-jp.ts';
import type { CharsetName } from './names.ts';
import { tableCharset } from './table.ts';

/** The one thing of the platform that this layer uses: every host has the decoders of the Encoding Standard (WHATWG). */
declare const TextDecoder: new (
	label: string,
	options: { readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const made = new Map<CharsetName, Charset>();

/** A charset by its name, created on first use, which takes up to some tens of milliseconds. */
export function charsetNamed(name: CharsetName): Charset {
	const charset = made.get(name) ?? make(name);
	made.set(name, charset);
	return charset;
}

function make(name: CharsetName): Charset {
	if (name === 'utf-8') return UTF8;
	if (name === 'latin1') return LATIN1;
	if (name === 'utf-16le' || name === 'utf-16be') return utf16(name);
	const decoder = new TextDecoder(name, { ignoreBOM: true });
	const read = (bytes: Uint8Array): string => decoder.decode(bytes);
	return name === 'iso-2022-jp' ? iso2022jp(read) : tableCharset(name, read);
}
