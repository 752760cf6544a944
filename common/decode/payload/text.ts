import { decodeText, UTF8 } from '../../payload/index.ts';

/** The text that bytes are in UTF-8, where they are such without control characters but white space; else undefined. */
export function plainText(bytes: Uint8Array): string | undefined {
	if (bytes.some((byte) => byte < 0x20 && (byte < 9 || byte > 13))) return undefined;
	const text = decodeText(bytes, UTF8);
	return text.includes('\ufffd') ? undefined : text;
}
