/** What can be aligned: bytes, or numbers that stand for messages. */
export type Sequence = Uint8Array | Float64Array;

/** A difference: elements [a, aEnd) of the first sequence stand where the second has [b, bEnd). One of them may be empty. */
export interface Edit {
	readonly a: number;
	readonly aEnd: number;
	readonly b: number;
	readonly bEnd: number;
}

/** A stretch of two sequences that is still to be aligned. */
export type Gap = Edit;

/** Equal elements: `length` of them from `a` and from `b`. */
export interface Match {
	readonly a: number;
	readonly b: number;
	readonly length: number;
}

/** The work that one comparison may still do, in compared elements. It bounds the time, whatever the data are. */
export interface Budget {
	steps: number;
}

/** Number of equal elements from `a` and `b` on, within the gap. */
export function equalAhead(x: Sequence, y: Sequence, a: number, b: number, { aEnd, bEnd }: Gap): number {
	const most = Math.min(aEnd - a, bEnd - b);
	let length = 0;
	while (length < most && x[a + length] === y[b + length]) length++;
	return length;
}

/** Number of equal elements before `a` and `b`, within the gap. */
export function equalBehind(x: Sequence, y: Sequence, a: number, b: number, gap: Gap): number {
	const most = Math.min(a - gap.a, b - gap.b);
	let length = 0;
	while (length < most && x[a - length - 1] === y[b - length - 1]) length++;
	return length;
}

/** The gap without the elements that are equal at its start and at its end. */
export function trimmed(x: Sequence, y: Sequence, gap: Gap): Gap {
	const ahead = equalAhead(x, y, gap.a, gap.b, gap);
	const rest = { a: gap.a + ahead, aEnd: gap.aEnd, b: gap.b + ahead, bEnd: gap.bEnd };
	const behind = equalBehind(x, y, rest.aEnd, rest.bEnd, rest);
	return { ...rest, aEnd: rest.aEnd - behind, bEnd: rest.bEnd - behind };
}
