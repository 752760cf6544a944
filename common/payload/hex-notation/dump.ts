import { LIMITS } from '../../contract/base/limits.ts';
import { ByteWriter } from '../codec/byte-writer.ts';
import { type Fault, fault } from '../codec/fault.ts';
import { type DumpLine, dumpLines, type OffsetLine } from './dump-lines.ts';
import { type DumpRow, readRow } from './dump-row.ts';

type Read = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly characters: boolean } | Fault;

/** Offsets are in hexadecimal, with `xxd -d` and `od -A d` in decimal, and with `od` in octal. */
const RADIXES = [
	{ digits: /^[0-9a-f]+$/i, prefix: '0x' },
	{ digits: /^[0-9]+$/, prefix: '' },
	{ digits: /^[0-7]+$/, prefix: '0o' },
] as const;

/**
 * Reads a dump. Undefined where the text is not one; a fault where the dump is incomplete, or its first number may be
 * an offset as well as bytes.
 */
export function readDump(text: string): { ok: true; bytes: Uint8Array<ArrayBuffer> } | Fault | undefined {
	const dump = dumpLines(text);
	const first = dump?.lines[0];
	if (dump === undefined || first?.type !== 'offset' || first.body === '') return undefined;
	if (!/^(?:0x)?[0-9a-f]{2}/i.test(first.body)) return undefined;
	const { lines, headed } = dump;
	const read = readLines(lines);
	const offsets = lines.filter(({ type }) => type === 'offset').length;
	if (headed || isOffset(first) || (read.ok && (offsets > 1 || read.characters)))
		return read.ok ? { ok: true, bytes: read.bytes } : read;
	if (!mayBeOffset(first)) return undefined;
	return offsets > 1 && !read.ok ? read : fault(first.at, 'dumpMaybeOffset', { digits: first.digits });
}

/** Whether the notation proves that this is an offset. */
function isOffset({ marked, digits, blanks }: OffsetLine): boolean {
	return marked || digits.length % 2 === 1 || (blanks > 1 && /^0+$/.test(digits));
}

function mayBeOffset({ digits, blanks, body }: OffsetLine): boolean {
	const next = /^[0-9a-f]+/i.exec(body)?.[0].length ?? 0;
	return (blanks > 1 && next === 2) || (/^0{6,}$/.test(digits) && next < digits.length);
}

/** Reads the lines with the radix that their offsets fit. */
function readLines(lines: readonly DumpLine[]): Read {
	const firstEnd = lines[1]?.at ?? Number.POSITIVE_INFINITY;
	let best: Fault | undefined;
	for (const { digits, prefix } of RADIXES) {
		if (!lines.every((line) => line.type !== 'offset' || digits.test(line.digits))) continue;
		const read = readAll(lines, (written) => BigInt(prefix + written));
		if (read.ok) return read;
		// A radix that fits the first line is the intended one.
		if (best === undefined || (best.position < firstEnd && read.position >= firstEnd)) best = read;
	}
	return best ?? fault(0, 'dumpOffsets');
}

function readAll(lines: readonly DumpLine[], offsetOf: (digits: string) => bigint): Read {
	const writer = new ByteWriter();
	let length = 0;
	let before: DumpRow | undefined;
	let unordered: number | undefined;
	let ordered = false;
	const start = lines[0]?.type === 'offset' ? offsetOf(lines[0].digits) : 0n;
	for (const [index, line] of lines.entries()) {
		const next = lines.slice(index + 1).find((other) => other.type === 'offset');
		const until = next === undefined ? undefined : offsetOf(next.digits) - start;
		if (line.type === 'other') return fault(line.at, 'dumpLine');
		if (line.type === 'same') {
			const wrong = repeat(line.at, until, before, length, writer);
			if (typeof wrong !== 'number') return wrong;
			length = wrong;
			continue;
		}
		const offset = offsetOf(line.digits) - start;
		if (offset !== BigInt(length)) {
			return fault(line.at, 'dumpOffset', { length, digits: line.digits });
		}
		if (line.body === '') {
			if (next !== undefined) return fault(line.at, 'dumpNoBytes');
			break;
		}
		const followed = lines[index + 1]?.type === 'offset' && until !== undefined;
		const count = followed ? Number(until - offset) : undefined;
		if (count !== undefined && count <= 0) return fault(next?.at ?? line.at, 'dumpSecond');
		const row = readRow(line, { count, charactersAt: before === undefined ? undefined : (before.charactersAt ?? -1) });
		if ('ok' in row) return row;
		if (row.unordered) unordered ??= line.bodyAt;
		else if (row.charactersAt !== undefined) ordered = true;
		writer.bytes(Uint8Array.from(row.bytes));
		length += row.bytes.length;
		before = row;
	}
	if (unordered !== undefined && !ordered) {
		return fault(unordered, 'dumpPairs');
	}
	return { ok: true, bytes: writer.finish(), characters: before?.charactersAt !== undefined };
}

/** Repeats the previous line up to the next offset; returns the new length. */
function repeat(
	at: number,
	until: bigint | undefined,
	row: DumpRow | undefined,
	length: number,
	writer: ByteWriter,
): number | Fault {
	if (row === undefined || until === undefined) return fault(at, 'dumpSameAlone');
	const missing = until - BigInt(length);
	const size = BigInt(row.bytes.length);
	if (missing <= 0n || missing % size !== 0n) return fault(at, 'dumpSameLines');
	if (until > BigInt(LIMITS.payloadBytes)) return fault(at, 'dumpTooLarge');
	const bytes = Uint8Array.from(row.bytes);
	for (let times = missing / size; times > 0n; times--) writer.bytes(bytes);
	return Number(until);
}
