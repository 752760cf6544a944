import { decodeText, UTF8 } from '../../payload/index.ts';

/** Bytes that are looked at first: most that are no text are none at the beginning already. */
const BEGIN = 256;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text that is one does not have.
const NO_TEXT = /[\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Whether bytes are a text in UTF-8 with no control characters but white space. */
export function isPlainText(bytes: Uint8Array): boolean {
	if (bytes.length > BEGIN) {
		const begin = decodeText(bytes.subarray(0, BEGIN), UTF8);
		// A character may be cut there.
		if (NO_TEXT.test(begin.replace(/\ufffd{1,3}$/, ''))) return false;
	}
	return !NO_TEXT.test(decodeText(bytes, UTF8));
}
