import { INCOMPLETE, INVALID } from '../codec/utf8.ts';
import type { Charset } from './charset.ts';
import type { CharsetName } from './names.ts';

/** Charsets with characters of one or, as in the tables of the Encoding Standard (WHATWG), several bytes. */
export type TableCharset = Exclude<CharsetName, 'utf-8' | 'latin1' | 'utf-16le' | 'utf-16be' | 'iso-2022-jp'>;

/** Decodes bytes of a charset with the platform's decoder; invalid bytes become U+FFFD. */
export type ReadCharset = (bytes: Uint8Array) => string;

/** Two-byte charsets: lead bytes that are read but not written, because other bytes mean the same character. */
const UNWRITTEN_LEADS: ReadonlyMap<TableCharset, (lead: number) => boolean> = new Map<
	TableCharset,
	(lead: number) => boolean
>([
	['shift_jis', (lead) => lead === 0xed || lead === 0xee],
	['euc-jp', () => false],
	['gbk', () => false],
	['gb18030', () => false],
	['big5', (lead) => lead < 0xa1],
	['euc-kr', () => false],
]);
/** Characters that Big5 has twice; the second is written. */
const BIG5_SECOND: ReadonlySet<number> = new Set([0x2550, 0x255e, 0x2561, 0x256a, 0x5341, 0x5345]);

const NONE = INVALID;
/** A lower byte is never the second or a later byte of a character. */
const FIRST_TRAIL = 0x30;
const LAST_TRAIL = 0xfe;
/** Maximum distance, in bytes, of the backward search for a character start. */
const STEP_BACK = 4096;
const BREAK = 0x0a;

/** The lead byte of EUC-JP's characters of three bytes (JIS X 0212). They are read, and by the standard not written. */
const THREE = 0x8f;

/** Decodes each byte sequence alone: in one call, with a line break after each. */
export function readEach(read: ReadCharset, sequences: readonly (readonly number[])[]): number[] {
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

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isLead = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;

function pointerAt(bytes: Uint8Array, at: number): number {
	const [a = 0, b = 0, c = 0x81, d = 0x30] = bytes.subarray(at, at + 4);
	if (!isLead(a) || !isDigit(b) || !isLead(c) || !isDigit(d)) return NONE;
	return at + 4 > bytes.length ? INCOMPLETE : (((a - 0x81) * 10 + b - 0x30) * 126 + c - 0x81) * 10 + d - 0x30;
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
			if (pointer < 0) return pointer;
			if (pointer < BEYOND) return codes[pointer] ?? NONE;
			return pointer - BEYOND <= 0xfffff ? pointer - BEYOND + 0x10000 : NONE;
		},
		bytes(code: number): readonly number[] | undefined {
			const pointer = code > 0xffff ? code - 0x10000 + BEYOND : back.get(code);
			return pointer === undefined ? undefined : pointerBytes(pointer);
		},
	};
}

/** The characters of three bytes of EUC-JP. */
function readThrees(read: ReadCharset) {
	const bytes = Array.from({ length: 0x5e }, (_, i) => 0xa1 + i);
	const sequences = bytes.flatMap((second) => bytes.map((third) => [THREE, second, third]));
	const codes = new Int32Array(0x10000).fill(NONE);
	readEach(read, sequences).forEach((code, i) => {
		const [, second = 0, third = 0] = sequences[i] ?? [];
		codes[(second << 8) | third] = code;
	});
	return (bytes: Uint8Array, at: number): number => {
		const [, second = 0xa1, third = 0xa1] = bytes.subarray(at, at + 3);
		if (second < 0xa1 || third < 0xa1) return NONE;
		return at + 3 > bytes.length ? INCOMPLETE : (codes[(second << 8) | third] ?? NONE);
	};
}

/** The rest of a charset that has characters of more than two bytes: their length, and what they are. */
function longerOf(name: TableCharset, read: ReadCharset) {
	if (name === 'euc-jp') {
		const code = readThrees(read);
		return {
			length: 3,
			code: (bytes: Uint8Array, at: number) => (bytes[at] === THREE ? code(bytes, at) : NONE),
			bytes: () => undefined,
		};
	}
	if (name !== 'gb18030' && name !== 'gbk') return undefined;
	let read4: ReturnType<typeof readFours> | undefined;
	// Made when it is needed, which is seldom.
	const fours = () => {
		read4 ??= readFours(read);
		return read4;
	};
	return {
		length: 4,
		code: (bytes: Uint8Array, at: number) => (isDigit(bytes[at + 1] ?? 0) ? fours().code(bytes, at) : NONE),
		// GBK is read as GB 18030, of which it has the characters of one and two bytes.
		bytes: (code: number) => (name === 'gbk' ? undefined : fours().bytes(code)),
	};
}

/**
 * A charset whose tables are built from the platform's decoder: they need not be shipped, and encoding is the exact
 * inverse of decoding. Building takes some milliseconds, for GBK and GB 18030 some tens.
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
	const leads = new Set<number>(name === 'euc-jp' ? [THREE] : []);
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
				if (code === NONE) return;
				leads.add(lead);
				if (unwritten(lead)) return;
				if (!back.has(code) || (name === 'big5' && BIG5_SECOND.has(code))) back.set(code, [lead, trail]);
			});
		}
	}
	const longer = longerOf(name, read);
	return {
		name,
		encode(code, writer) {
			const bytes = back.get(code) ?? longer?.bytes(code);
			for (const byte of bytes ?? []) writer.byte(byte);
			return bytes !== undefined;
		},
		decode(bytes, at, result) {
			const first = bytes[at] ?? 0;
			result.code = single[first] ?? NONE;
			result.length = 1;
			if (result.code !== NONE || pairs === undefined) return;
			if (at + 1 >= bytes.length) {
				if (leads.has(first)) result.code = INCOMPLETE;
				return;
			}
			const second = bytes[at + 1] ?? 0;
			const pair = pairs[(first << 8) | second] ?? NONE;
			result.code = pair === NONE ? (longer?.code(bytes, at) ?? NONE) : pair;
			if (pair !== NONE) result.length = 2;
			else if (result.code >= 0) result.length = longer?.length ?? 1;
			// As in the standard: an ASCII byte behind a lead byte is a character of its own.
			else if (result.code === NONE && second >= 0x80 && leads.has(first)) result.length = 2;
		},
		stepBack(bytes, before) {
			if (pairs === undefined) return before;
			let at = before;
			while (at > 0 && before - at < STEP_BACK && (bytes[at - 1] ?? 0) >= FIRST_TRAIL) at--;
			return at;
		},
	};
}
