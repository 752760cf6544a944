import { isUtf8 } from 'node:buffer';
import { decodeText } from '../../../../common/payload/charsets/charset.ts';
import { charsetNamed } from '../../../../common/payload/charsets/named.ts';
import type { CharsetName } from '../../../../common/payload/charsets/names.ts';

/** Text of a charset as UTF-8; undefined where bytes of it are no character. */
export function utf8Text(content: Uint8Array, charset: CharsetName): Uint8Array | undefined {
	if (charset === 'utf-8') return isUtf8(content) ? content : undefined;
	const text = decodeText(content, charsetNamed(charset));
	return text.includes('\ufffd') ? undefined : Buffer.from(text);
}
