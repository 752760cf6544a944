import { concat } from '../../payload/codec/concat.ts';
import { align } from './align.ts';
import { NOTHING_IGNORED, type Ranges } from './ranges.ts';
import type { Edit } from './sequence.ts';

/** Length of an equal stretch of bytes that divides long data. */
const BLOCK = 32;
/** Equal bytes between two differences that belong together. */
const CHAFF = 4;

/**
 * What a run of two aligned byte strings is. `same`: equal bytes. `changed`: both have bytes, which differ. `missing`: only the
 * first has them. `extra`: only the second. `ignored`: left out of the comparison, on either side.
 */
export type RunKind = 'same' | 'changed' | 'missing' | 'extra' | 'ignored';

/** Bytes [a, aEnd) of the first string beside bytes [b, bEnd) of the second. */
export interface Run extends Edit {
	readonly kind: RunKind;
}

export interface ByteComparison {
	/** From the start to the end of both strings, without gaps. */
	readonly runs: readonly Run[];
	/** No run differs. */
	readonly equal: boolean;
	/** The data are long and differ much: some runs are larger than necessary. */
	readonly coarse: boolean;
}

export const isDifference = ({ kind }: Run): boolean => kind === 'changed' || kind === 'missing' || kind === 'extra';

/**
 * Compares two byte strings in bounded time and memory. Ignored bytes are left out of both before they are compared, so that
 * they may also differ in number. Exchanging the strings exchanges `missing` and `extra`, and nothing else.
 */
export function compareBytes(
	a: Uint8Array,
	b: Uint8Array,
	ignoredA: Ranges = NOTHING_IGNORED,
	ignoredB: Ranges = NOTHING_IGNORED,
): ByteComparison {
	const [left, right] = [new Kept(a, ignoredA), new Kept(b, ignoredB)];
	const { edits, coarse } = align(left.bytes, right.bytes, BLOCK);
	const grouped = regrouped(left.bytes, right.bytes, edits);
	const runs = placed(left, right, grouped);
	return { runs, equal: edits.length === 0, coarse };
}

/** Compares two byte strings place by place, without alignment: for excerpts, whose ends say nothing about the whole. */
export function compareByPlace(a: Uint8Array, b: Uint8Array): ByteComparison {
	const length = Math.min(a.length, b.length);
	const edits: Edit[] = [];
	byPlace(a, b, { a: 0, aEnd: length, b: 0, bEnd: length }, edits);
	if (a.length !== b.length) edits.push({ a: length, aEnd: a.length, b: length, bEnd: b.length });
	const runs = placed(new Kept(a, NOTHING_IGNORED), new Kept(b, NOTHING_IGNORED), edits);
	return { runs, equal: edits.length === 0, coarse: false };
}

/** The bytes of a string that are compared, and where they are in it. */
class Kept {
	readonly bytes: Uint8Array;
	readonly total: number;
	readonly #ignored: Ranges;
	/** For each ignored range: the number of compared bytes before it. */
	readonly #before: number[] = [];
	#next = 0;

	constructor(all: Uint8Array, ignored: Ranges) {
		this.total = all.length;
		this.#ignored = ignored;
		const parts: Uint8Array[] = [];
		let from = 0;
		let kept = 0;
		for (const { start, end } of ignored) {
			parts.push(all.subarray(from, start));
			kept += start - from;
			this.#before.push(kept);
			from = end;
		}
		parts.push(all.subarray(from));
		this.bytes = ignored.length === 0 ? all : concat(parts);
	}

	/** Walks on to compared byte `upTo` and passes its stretches: lengths of compared and of ignored bytes, in turn. */
	stretches(from: number, upTo: number, isLast: boolean): Stretch[] {
		const result: Stretch[] = [];
		let at = from;
		for (;;) {
			const before = this.#before[this.#next];
			const range = this.#ignored[this.#next];
			if (before === undefined || range === undefined || before > upTo || (before === upTo && !isLast)) break;
			if (before > at) result.push({ length: before - at, ignored: false });
			result.push({ length: range.end - range.start, ignored: true });
			at = before;
			this.#next++;
		}
		if (upTo > at) result.push({ length: upTo - at, ignored: false });
		return result;
	}
}

interface Stretch {
	readonly length: number;
	readonly ignored: boolean;
}

/**
 * Where edits are so close that they are one change, compares both sides of it byte by byte if they are equally long: a changed
 * number is then a changed number, and not one digit missing and another inserted.
 */
function regrouped(x: Uint8Array, y: Uint8Array, edits: readonly Edit[]): Edit[] {
	const result: Edit[] = [];
	for (let i = 0; i < edits.length; ) {
		let end = i + 1;
		while (end < edits.length && (edits[end]?.a ?? 0) - (edits[end - 1]?.aEnd ?? 0) < CHAFF) end++;
		const [first, last] = [edits[i], edits[end - 1]];
		if (first === undefined || last === undefined) break;
		const group = { a: first.a, aEnd: last.aEnd, b: first.b, bEnd: last.bEnd };
		if (group.aEnd - group.a === group.bEnd - group.b) byPlace(x, y, group, result);
		else for (let k = i; k < end; k++) result.push(edits[k] ?? group);
		i = end;
	}
	return result;
}

/** The bytes of an equally long pair that differ. */
function byPlace(x: Uint8Array, y: Uint8Array, { a, aEnd, b }: Edit, into: Edit[]): void {
	const length = aEnd - a;
	for (let i = 0; i < length; ) {
		while (i < length && x[a + i] === y[b + i]) i++;
		const from = i;
		while (i < length && x[a + i] !== y[b + i]) i++;
		if (i > from) into.push({ a: a + from, aEnd: a + i, b: b + from, bEnd: b + i });
	}
}

/** Edits of the compared bytes as runs of the whole strings. */
function placed(left: Kept, right: Kept, edits: readonly Edit[]): Run[] {
	const runs = new Runs();
	let [a, b] = [0, 0];
	for (const edit of edits) {
		runs.put(left.stretches(a, edit.a, false), right.stretches(b, edit.b, false), true);
		runs.put(left.stretches(edit.a, edit.aEnd, false), right.stretches(edit.b, edit.bEnd, false), false);
		[a, b] = [edit.aEnd, edit.bEnd];
	}
	runs.put(left.stretches(a, left.bytes.length, true), right.stretches(b, right.bytes.length, true), true);
	return runs.all;
}

/** Collects runs; those of a kind that touch are one. */
class Runs {
	readonly all: Run[] = [];
	#a = 0;
	#b = 0;

	/** The stretches of one equal or different part, side by side. */
	put(left: readonly Stretch[], right: readonly Stretch[], same: boolean): void {
		const [one, other] = [new Stretches(left), new Stretches(right)];
		for (;;) {
			const [a, b] = [one.ignored(), other.ignored()];
			if (a + b > 0) this.#add('ignored', a, b);
			const [p, q] = [one.compared, other.compared];
			if (p === 0 && q === 0) return;
			// Equal bytes end at the same place; different ones may go as far as either side allows.
			const [m, n] = same ? [Math.min(p, q), Math.min(p, q)] : [p, q];
			one.take(m);
			other.take(n);
			this.#add(same ? 'same' : m === 0 ? 'extra' : n === 0 ? 'missing' : 'changed', m, n);
		}
	}

	#add(kind: RunKind, a: number, b: number): void {
		const last = this.all.at(-1);
		const [aEnd, bEnd] = [this.#a + a, this.#b + b];
		if (last?.kind === kind) this.all[this.all.length - 1] = { ...last, aEnd, bEnd };
		else this.all.push({ kind, a: this.#a, aEnd, b: this.#b, bEnd });
		this.#a = aEnd;
		this.#b = bEnd;
	}
}

/** The stretches of one side, taken from the left. */
class Stretches {
	readonly #all: readonly Stretch[];
	#next = 0;
	#taken = 0;

	constructor(all: readonly Stretch[]) {
		this.#all = all;
	}

	/** Takes the ignored bytes here; returns their number. */
	ignored(): number {
		let length = 0;
		for (let stretch = this.#all[this.#next]; stretch?.ignored; stretch = this.#all[this.#next]) {
			length += stretch.length;
			this.#next++;
		}
		return length;
	}

	/** Compared bytes up to the next ignored one. */
	get compared(): number {
		const stretch = this.#all[this.#next];
		return stretch === undefined ? 0 : stretch.length - this.#taken;
	}

	take(length: number): void {
		this.#taken += length;
		if (this.#taken < (this.#all[this.#next]?.length ?? 0)) return;
		this.#taken = 0;
		this.#next++;
	}
}
