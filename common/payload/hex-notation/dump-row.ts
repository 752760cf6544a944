import { type Fault, fault, quoteCharacter } from '../codec/fault.ts';
import type { OffsetLine } from './dump-lines.ts';

/** The bytes of a line of a dump. */
export interface DumpRow {
	readonly bytes: readonly number[];
	/** Columns of the line where its characters begin; undefined where there are none. */
	readonly charactersAt: number | undefined;
	/** A group of several bytes could also be a little-endian word. */
	readonly unordered: boolean;
}

/** Adjacent bytes, and the offset in the body after them. */
interface Group {
	readonly bytes: readonly number[];
	readonly end: number;
}

const GROUP = /[ \t-]*(?:0x)?((?:[0-9a-f]{2})+)(?=[ \t|>]|-[0-9a-f]|$)/iy;

/** Groups of digits from the start of the text after an offset; those at its end may be characters. */
function groupsOf(body: string): Group[] {
	const groups: Group[] = [];
	GROUP.lastIndex = 0;
	for (let match = GROUP.exec(body); match !== null; match = GROUP.exec(body)) {
		const digits = match[1] ?? '';
		const bytes = Array.from({ length: digits.length / 2 }, (_, i) =>
			Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16),
		);
		groups.push({ bytes, end: GROUP.lastIndex });
	}
	return groups;
}

/** Whether a dump shows the byte as this character: itself, or a dot or another sign that is not an ASCII letter. */
function shows(character: string, byte: number): boolean {
	if (byte >= 0x20 && byte < 0x7f) return character === String.fromCharCode(byte);
	return character === '.' || character === '_' || character > '\x7e';
}

/** Whether `shown` shows all bytes; trailing blanks may be missing. Some tools leave a gap after eight. */
function isShown(shown: string, bytes: readonly number[]): boolean {
	const matches = (text: string) =>
		text.length <= bytes.length &&
		bytes.every((byte, i) => (i < text.length ? shows(text.charAt(i), byte) : byte === 0x20));
	return matches(shown) || (shown.charAt(8) === ' ' && matches(shown.slice(0, 8) + shown.slice(9)));
}

const FRAMED = /^\s+[|>](.*)[|<]\s*$/;

/** The start in `rest` of the characters for `bytes`; undefined where they differ. */
function charactersIn(rest: string, bytes: readonly number[]): number | undefined {
	const framed = FRAMED.exec(rest);
	if (framed !== null && isShown(framed[1] ?? '', bytes)) return rest.search(/\S/);
	const blanks = /^\s*/.exec(rest)?.[0].length ?? 0;
	// A full line of Format-Hex has only one blank before its characters.
	if (bytes.length >= 8 && rest.length === bytes.length + 1 && isShown(rest.slice(1), bytes)) return 1;
	for (let at = 2; at <= blanks; at++) {
		if (isShown(rest.slice(at), bytes) || isShown(rest.trimEnd().slice(at), bytes)) return at;
	}
	return undefined;
}

/** The same bytes with each group reversed. */
function reversed(groups: readonly Group[]): number[] {
	return groups.flatMap(({ bytes }) => [...bytes].reverse());
}

/** What the other lines reveal about a line. */
export interface RowKnowledge {
	/** Its number of bytes, from the offset of the next line. */
	readonly count?: number | undefined;
	/** Column of the characters in the previous lines; -1 where those have none. */
	readonly charactersAt?: number | undefined;
}

/**
 * Reads the bytes of a line: as many as the next offset implies, else those before its characters, which must match
 * them. An ambiguous line is a fault.
 */
export function readRow(line: OffsetLine, known: RowKnowledge): DumpRow | Fault {
	const { body } = line;
	const groups = groupsOf(body);
	const [first] = groups;
	if (first !== undefined && first.bytes.length > 1 && !line.marked) return unknownOrder(line, first);
	const taken = takenGroups(line, groups, known);
	if (!Array.isArray(taken)) return taken;
	const word = taken.find((group) => group.bytes.length > 1);
	if (word !== undefined && !line.marked) return unknownOrder(line, word);
	const bytes = taken.flatMap((group) => [...group.bytes]);
	const rest = body.slice(taken.at(-1)?.end ?? 0);
	const at = rest.trim() === '' ? undefined : charactersIn(rest, bytes);
	const column = line.column + body.length - rest.length;
	const asWords = reversed(taken);
	const differs = asWords.some((byte, i) => byte !== bytes[i]);
	if (rest.trim() !== '' && at === undefined && differs) return lastFirst(line);
	const longest = Math.max(0, ...taken.map((group) => group.bytes.length));
	const alike = rest.trim() === '' ? longest > 2 : longest > 2 && charactersIn(rest, asWords) !== undefined;
	return {
		bytes,
		charactersAt: rest.trim() === '' ? undefined : column + (at ?? rest.search(/\S/)),
		unordered: alike && differs,
	};
}

function takenGroups(line: OffsetLine, groups: readonly Group[], known: RowKnowledge): Group[] | Fault {
	const { body, bodyAt, column } = line;
	const upTo = (count: number): Group[] => groups.slice(0, count);
	if (known.count !== undefined) {
		let sum = 0;
		const index = groups.findIndex(({ bytes }) => {
			sum += bytes.length;
			return sum >= (known.count ?? 0);
		});
		if (index >= 0 && sum === known.count) {
			const end = groups[index]?.end ?? 0;
			const rest = body.slice(end);
			const some = upTo(index + 1);
			const shown =
				charactersIn(
					rest,
					some.flatMap((group) => group.bytes),
				) !== undefined;
			if (rest.trim() === '' || shown || /^(?:[ \t]{2}|\s+[|>])/.test(rest)) return some;
			return fault(bodyAt + end + rest.search(/\S/), 'dumpNotBytes', {
				character: quoteCharacter(body, end + rest.search(/\S/)),
			});
		}
		return fault(bodyAt + (groups.at(-1)?.end ?? 0), 'dumpCount', { count: known.count });
	}
	if (known.charactersAt !== undefined && known.charactersAt >= 0) {
		const limit = known.charactersAt - column;
		const inside = groups.filter(({ end }) => end < limit);
		const bytes = inside.flatMap((group) => group.bytes);
		const rest = body.slice(inside.at(-1)?.end ?? 0);
		if (rest.trim() === '' || charactersIn(rest, bytes) !== undefined) return inside;
	}
	for (let count = groups.length; count > 0; count--) {
		const some = upTo(count);
		const rest = body.slice(some.at(-1)?.end ?? 0);
		if (
			charactersIn(
				rest,
				some.flatMap((group) => group.bytes),
			) !== undefined
		)
			return some;
	}
	for (let count = groups.length; count > 0; count--) {
		const some = upTo(count);
		if (charactersIn(body.slice(some.at(-1)?.end ?? 0), reversed(some)) !== undefined) return lastFirst(line);
	}
	const end = groups.at(-1)?.end ?? 0;
	const after = body.slice(end).search(/\S/);
	if (after < 0) return [...groups];
	return fault(bodyAt + end + after, 'dumpNotBytes', { character: quoteCharacter(body, end + after) });
}

function unknownOrder({ bodyAt }: OffsetLine, { bytes, end }: Group): Fault {
	return fault(bodyAt + end - bytes.length * 2, 'dumpWords');
}

function lastFirst({ bodyAt }: OffsetLine): Fault {
	return fault(bodyAt, 'dumpLastFirst');
}
