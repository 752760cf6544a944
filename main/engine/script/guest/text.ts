import type { Convert } from './calls.ts';

/** The values that a script may pass as bytes. */
export type BytesLike = string | ArrayBuffer | ArrayBufferView | readonly number[];
export type Text = ReturnType<typeof makeText>;

/**
 * Conversion of text and bytes for scripts. The function runs in the interpreter, which has neither TextEncoder nor
 * Buffer, as its own source text: it may reference only `convert`. UTF-8, Latin-1 and hex need no host.
 */
export function makeText(convert: Convert) {
	const CHUNK = 8192;
	/** Characters of a label: more than any has. */
	const LONGEST_LABEL = 64;

	/** One character per byte. */
	function latin1(bytes: Uint8Array): string {
		let text = '';
		for (let at = 0; at < bytes.length; at += CHUNK) {
			text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
		}
		return text;
	}

	function fromLatin1(text: string): Uint8Array {
		const bytes = new Uint8Array(text.length);
		for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
		return bytes;
	}

	function utf8(text: string): Uint8Array {
		return fromLatin1(unescape(encodeURIComponent(text.toWellFormed())));
	}

	/** Like the WHATWG's decoder: each invalid byte becomes U+FFFD, a truncated sequence becomes one. */
	function fromUtf8(bytes: Uint8Array): string {
		try {
			return decodeURIComponent(escape(latin1(bytes)));
		} catch {
			return fromBrokenUtf8(bytes);
		}
	}

	function fromBrokenUtf8(bytes: Uint8Array): string {
		let text = '';
		for (let at = 0; at < bytes.length; ) {
			const first = bytes[at++] ?? 0;
			const more = first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
			let low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
			let high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
			let code = more < 1 ? first : first & (0x3f >> more);
			let read = 0;
			for (; read < more; read++) {
				const next = bytes[at] ?? 0;
				if (next < low || next > high) break;
				code = (code << 6) | (next & 0x3f);
				low = 0x80;
				high = 0xbf;
				at++;
			}
			text += read === more ? String.fromCodePoint(code) : '\ufffd';
		}
		return text;
	}

	function hex(bytes: Uint8Array, separator = ''): string {
		const pairs: string[] = [];
		for (const byte of bytes) pairs.push((byte < 16 ? '0' : '') + byte.toString(16));
		return pairs.join(separator);
	}

	function fromHex(text: string): Uint8Array {
		const digits = text.replace(/\s+/g, '');
		if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) {
			throw new TypeError('Hex is pairs of the digits 0 to 9 and a to f.');
		}
		const bytes = new Uint8Array(digits.length / 2);
		for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
		return bytes;
	}

	/** A buffer with exactly these bytes; undefined for none. */
	function exact(bytes: Uint8Array): ArrayBuffer | undefined {
		return bytes.byteLength === 0 ? undefined : bytes.slice().buffer;
	}

	/** In memory that counts as the script's: the host's buffers do not. */
	function converted(encode: 0 | 1, label: unknown, bytes: Uint8Array): Uint8Array {
		if (typeof label !== 'string') throw new TypeError('The charset is a text, such as gbk.');
		const buffer = convert(encode, label.slice(0, LONGEST_LABEL), exact(bytes));
		return buffer === undefined ? new Uint8Array(0) : new Uint8Array(buffer).slice();
	}

	function encode(text: string, encoding = 'utf8'): Uint8Array {
		if (typeof text !== 'string') throw new TypeError('bytes() takes a text.');
		if (encoding === 'utf8') return utf8(text);
		if (encoding === 'latin1') return fromLatin1(text);
		if (encoding === 'hex') return fromHex(text);
		return converted(1, encoding, utf8(text));
	}

	function decode(bytes: BytesLike, encoding = 'utf8'): string {
		const view = view8(bytes);
		if (encoding === 'utf8') return fromUtf8(view);
		if (encoding === 'latin1') return latin1(view);
		if (encoding === 'hex') return hex(view);
		return fromUtf8(converted(0, encoding, view));
	}

	/** The bytes of a script's value; a view where it already has bytes. */
	function view8(data: BytesLike): Uint8Array {
		if (typeof data === 'string') return utf8(data);
		if (data instanceof Uint8Array) return data;
		if (data instanceof ArrayBuffer) return new Uint8Array(data);
		if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
		if (Array.isArray(data)) return Uint8Array.from(data);
		throw new TypeError('Bytes are a text, a Uint8Array, an ArrayBuffer or a list of numbers.');
	}

	function concat(...parts: BytesLike[]): Uint8Array {
		const views = parts.map(view8);
		let length = 0;
		for (const view of views) length += view.length;
		const whole = new Uint8Array(length);
		let at = 0;
		for (const view of views) {
			whole.set(view, at);
			at += view.length;
		}
		return whole;
	}

	return { encode, decode, hex: (data: BytesLike, separator?: string) => hex(view8(data), separator), view8, concat };
}
