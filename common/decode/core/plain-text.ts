import { decodeText, UTF8 } from '../../payload/index.ts';

/** Whether bytes are a text in UTF-8 with no control characters but white space. */
export function isPlainText(bytes: Uint8Array): boolean {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text that is one does not have.
	return !/[\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(decodeText(bytes, UTF8));
}
