import { charsetLabelFault, charsetLabelled, charsetNamed, decodeText } from '../../../common/payload/index.ts';
import { encodeText } from '../../../common/payload/text.ts';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Converts text of a script, in UTF-8, to bytes of a charset (`encode`), or back. Throws a TypeError for a label that names no
 * charset, and for a character that the charset lacks; invalid bytes become U+FFFD.
 */
export function textInCharset(encode: boolean, label: string, bytes: Uint8Array): Uint8Array {
	const name = charsetLabelled(label);
	if (name === undefined) throw new TypeError(charsetLabelFault(label)?.message);
	const charset = charsetNamed(name);
	if (!encode) return encoder.encode(decodeText(bytes, charset));
	const encoded = encodeText(utf8.decode(bytes), charset);
	if (encoded.ok) return encoded.bytes;
	throw new TypeError(`Character ${encoded.position + 1}: ${encoded.message}`);
}
