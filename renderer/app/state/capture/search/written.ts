import { LIMITS } from '../../../../../common/contract/base/limits.ts';
import type { SoughtRequest } from '../../../../../common/contract/calls/find.ts';
import { charsetNamed, decodeText, encodePlain, toHex, visibleLine } from '../../../../../common/payload/index.ts';
import type { CharsetName } from '../../../../../common/payload/schema.ts';
import { faultText } from '../../../../words/errors.ts';
import { words } from '../../../../words/index.ts';
import { faultOf, whenChecked } from '../../../shared/filter-fault.ts';

/** What a person writes to find something in bytes: text, a regular expression between slashes, or hex. */
export interface WrittenSearch {
	readonly text: string;
	readonly format: 'text' | 'hex';
	readonly anyCase: boolean;
}

export const NO_SEARCH: WrittenSearch = { text: '', format: 'text', anyCase: true };

/** A whole `/regular expression/`, or `/i` for any case. */
const REGEX = /^\/(?:[^/\\]|\\.)+\/i?$/;

/** What was written, as the host finds it; undefined for nothing. Or why it is none, in a sentence. */
export type ReadSearch =
	| { readonly ok: true; readonly sought: SoughtRequest | undefined }
	| { readonly ok: false; readonly message: string };

function isRegex({ format, text }: WrittenSearch): boolean {
	return format === 'text' && REGEX.test(text.trim());
}

/** What a person would write to find these bytes: text where it is readable, else hex. */
export function searchFor(bytes: Uint8Array, charset: CharsetName): WrittenSearch {
	const text = decodeText(bytes, charsetNamed(charset));
	const written = { ...NO_SEARCH, text };
	const encoded = encodePlain(written, charset);
	const isSame = encoded.ok && toHex(encoded.bytes) === toHex(bytes);
	const isOneLine = visibleLine(text) === text && text.trim() === text;
	return isSame && isOneLine && !isRegex(written) ? written : { ...NO_SEARCH, text: toHex(bytes, ' '), format: 'hex' };
}

/** Whether the case of letters can be ignored: a regular expression says it itself, and in UTF-16 no letter is one byte. */
export function hasCase(written: WrittenSearch, charset: CharsetName): boolean {
	return written.format === 'text' && !isRegex(written) && !charset.startsWith('utf-16');
}

/** Reads what was written; calls `then` at once, or when the check of regular expressions has been loaded. */
export function readSearch(written: WrittenSearch, charset: CharsetName, then: (read: ReadSearch) => void): void {
	const regex = written.text.trim();
	if (isRegex(written)) whenChecked(regex, () => then(readRegex(regex)));
	else then(readBytes(written, charset));
}

function readRegex(sought: string): ReadSearch {
	const fault = faultOf(sought);
	return fault === undefined
		? { ok: true, sought }
		: { ok: false, message: faultText({ message: fault.message, says: fault.sentence.details.says }) };
}

function readBytes(written: WrittenSearch, charset: CharsetName): ReadSearch {
	const encoded = encodePlain(written, charset);
	if (!encoded.ok) return { ok: false, message: faultText(encoded) };
	const { bytes } = encoded;
	if (bytes.length > LIMITS.findBytes) return { ok: false, message: words().find.tooLong(LIMITS.findBytes) };
	const anyCase = written.anyCase && hasCase(written, charset);
	return { ok: true, sought: bytes.length === 0 ? undefined : { bytes, anyCase } };
}
