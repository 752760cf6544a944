import { type Charset, UTF8 } from './charsets/charset.ts';
import { ByteWriter } from './codec/byte-writer.ts';
import { type Fault, fault, quoteCharacter } from './codec/fault.ts';
import { isSurrogate } from './codec/utf8.ts';

/** Encodes text in a charset. Half of a surrogate pair has no bytes in any charset, and is refused like an unsupported character. */
export function encodeText(
	text: string,
	charset: Charset = UTF8,
): { ok: true; bytes: Uint8Array<ArrayBuffer> } | Fault {
	const writer = new ByteWriter(text.length);
	for (let at = 0; at < text.length; at++) {
		const code = text.codePointAt(at) ?? 0;
		if (isSurrogate(code)) return fault(at, 'halfCharacter');
		if (!charset.encode(code, writer)) return fault(at, ...missing(text, at, charset));
		if (code > 0xffff) at++;
	}
	return { ok: true, bytes: writer.finish() };
}

/** The fault for a character that the charset lacks. */
export function missing(text: string, at: number, { name }: Charset) {
	return ['notInCharset', { character: quoteCharacter(text, at), charset: name }] as const;
}
