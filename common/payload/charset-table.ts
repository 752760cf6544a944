import type { Charset } from './charset.ts';
import type { CharsetName } from './schema.ts';

/** Charsets with characters of one or, as in the tables of the Encoding Standard (WHATWG), several bytes. */
export type TableCharset = Exclude<CharsetName, 'utf-8' | 'latin1' | 'utf-16le' | 'utf-16be'>;

/** Decodes bytes of a charset with the platform's decoder; invalid bytes become U+FFFD. */
export type ReadCharset = (bytes: Uint8Array) => string;

/** Two-byte charsets: lead bytes that are read but not written, because other bytes mean the same character. */
const UNWRITTEN_LEADS: ReadonlyMap<TableCharset, (lead: number) => boolean> = new Map<
	TableCharset,
	(lead: number) => boolean
>([
	['shift_jis', (lead) => lead === 0xed || lead === 0xee],
	['euc-jp', () => false],
	['gb18030', () => false],
	['big5', (lead) => lead < 0xa1],
	['euc-kr', () => false],
]);
/** Characters that Big5 has twice; the second is written. */
const BIG5_SECOND: ReadonlySet<number> = new Set([0x2550, 0x255e, 0x2561, 0x256a, 0x5341, 0x5345]);

const NONE = -1;
/** A lower byte is never the second or a later byte of a character. */
const FIRST_TRAIL = 0x30;
const LAST_TRAIL = 0xfe;
/** Maximum distance, in bytes, of the backward search for a character start. */
const STEP_BACK = 4096;
const BREAK = 0x0a;

/** Decodes each byte sequence alone: in one call, with a line break after each. */
function readEach(read: ReadCharset, sequences: readonly (readonly number[])[]): number[] {
	const bytes = Uint8Array.from(sequences.flatMap((sequence) => [...sequence, BREAK]));
	const parts = read(bytes).split('\n');
	return sequences.map((_, i) => {
		const part = parts[i] ?? '';
		const code = part.codePointAt(0) ?? NONE;
		return code === 0xfffd || part.length !== (code > 0xffff ? 2 : 1) ? NONE : code;
	});
}

/** GB 18030 characters of four bytes: pointers below this are in a table, those from `BEYOND` on count up from U+10000. */
const TABLED = 39_420;
const BEYOND = 189_000;

function pointerAt(bytes: Uint8Array, at: number): number {
	const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
	const digits = b >= 0x30 && b <= 0x39 && d >= 0x30 && d <= 0x39;
	const leads = a >= 0x81 && a <= 0xfe && c >= 0x81 && c <= 0xfe;
	return digits && leads ? (((a - 0x81) * 10 + b - 0x30) * 126 + c - 0x81) * 10 + d - 0x30 : NONE;
}

function pointerBytes(pointer: number): [number, number, number, number] {
	const rest = Math.floor(pointer / 10);
	const second = Math.floor(rest / 126);
	return [0x81 + Math.floor(second / 10), 0x30 + (second % 10), 0x81 + (rest % 126), 0x30 + (pointer % 10)];
}

/** The four-byte characters of GB 18030. */
function readFours(read: ReadCharset) {
	const pointers = Array.from({ length: TABLED }, (_, pointer) => pointer);
	const codes = readEach(read, pointers.map(pointerBytes));
	const back = new Map(pointers.map((pointer) => [codes[pointer] ?? NONE, pointer]));
	return {
		code(bytes: Uint8Array, at: number): number {
			const pointer = pointerAt(bytes, at);
			if (pointer < BEYOND) return codes[pointer] ?? NONE;
			return pointer - BEYOND <= 0xfffff ? pointer - BEYOND + 0x10000 : NONE;
		},
		bytes(code: number): readonly number[] | undefined {
			const pointer = code > 0xffff ? code - 0x10000 + BEYOND : back.get(code);
			return pointer === undefined ? undefined : pointerBytes(pointer);
		},
	};
}

/**
 * A charset whose tables are built from the platform's decoder: they need not be shipped, and encoding is the exact
 * inverse of decoding. Building takes some milliseconds, for GB 18030 some tens.
 */
export function tableCharset(name: TableCharset, read: ReadCharset): Charset {
	const unwritten = UNWRITTEN_LEADS.get(name);
	const all = Array.from({ length: 256 }, (_, byte) => byte);
	const upper = all.filter((byte) => byte >= 0x80);
	const upperCodes = readEach(
		read,
		upper.map((byte) => [byte]),
	);
	const single = Int32Array.from(all, (byte) => (byte < 0x80 ? byte : (upperCodes[byte - 0x80] ?? NONE)));
	const back = new Map<number, readonly number[]>();
	for (const byte of all) {
		// GB 18030 reads GBK's euro sign, and writes its own.
		const code = name === 'gb18030' && byte === 0x80 ? NONE : (single[byte] ?? NONE);
		if (code !== NONE && !back.has(code)) back.set(code, [byte]);
	}
	const pairs = unwritten === undefined ? undefined : new Int32Array(0x10000).fill(NONE);
	if (pairs !== undefined && unwritten !== undefined) {
		const trails = all.filter((byte) => byte >= FIRST_TRAIL && byte <= LAST_TRAIL);
		for (const lead of upper.filter((byte) => single[byte] === NONE)) {
			const codes = readEach(
				read,
				trails.map((trail) => [lead, trail]),
			);
			trails.forEach((trail, i) => {
				const code = codes[i] ?? NONE;
				pairs[(lead << 8) | trail] = code;
				if (code === NONE || unwritten(lead)) return;
				if (!back.has(code) || (name === 'big5' && BIG5_SECOND.has(code))) back.set(code, [lead, trail]);
			});
		}
	}
	const fours = name === 'gb18030' ? readFours(read) : undefined;
	return {
		name,
		encode(code, writer) {
			const bytes = back.get(code) ?? fours?.bytes(code);
			for (const byte of bytes ?? []) writer.byte(byte);
			return bytes !== undefined;
		},
		decode(bytes, at, result) {
			const first = bytes[at] ?? 0;
			result.code = single[first] ?? NONE;
			result.length = 1;
			if (result.code !== NONE || pairs === undefined || at + 1 >= bytes.length) return;
			const pair = pairs[(first << 8) | (bytes[at + 1] ?? 0)] ?? NONE;
			result.code = pair === NONE ? (fours?.code(bytes, at) ?? NONE) : pair;
			if (result.code !== NONE) result.length = pair === NONE ? 4 : 2;
		},
		stepBack(bytes, before) {
			if (pairs === undefined) return before;
			let at = before;
			while (at > 0 && before - at < STEP_BACK && (bytes[at - 1] ?? 0) >= FIRST_TRAIL) at--;
			return at;
		},
	};
}
