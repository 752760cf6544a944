import { ByteWriter } from './byte-writer.ts';
import { type Fault, fault } from './fault.ts';
import { isSurrogate } from './utf8.ts';

/** Text as UTF-8. Half of a surrogate pair has no UTF-8 form and is refused. */
export function encodeText(text: string): { ok: true; bytes: Uint8Array<ArrayBuffer> } | Fault {
	const writer = new ByteWriter(text.length);
	for (let at = 0; at < text.length; at++) {
		const code = text.codePointAt(at) ?? 0;
		if (isSurrogate(code)) return fault(at, LONE_SURROGATE);
		writer.codePoint(code);
		if (code > 0xffff) at++;
	}
	return { ok: true, bytes: writer.finish() };
}

export const LONE_SURROGATE = 'Half of a surrogate pair is not a character and has no bytes in UTF-8.';
