import { checksumNumber } from '../../payload/checksum.ts';
import type { ChecksumKind } from '../../payload/names.ts';
import { fieldNamed, type Node } from '../expression/node.ts';

/** Where the bytes of a checksum begin and end, from the start of the message; undefined where one of its fields is not there. */
export function rangeOf(
	struct: Node,
	own: Node,
	from: string | undefined,
	to: string | undefined,
): { readonly start: number; readonly end: number } | undefined {
	const start = from === undefined ? 0 : fieldNamed(from, struct)?.start;
	const end = to === undefined ? own.start : fieldNamed(to, struct)?.end;
	return start === undefined || end === undefined || end < start ? undefined : { start, end };
}

/** The number that a checksum over a range is; the checksum's own bytes count as 0. */
export function checksumOver(
	message: Uint8Array,
	{ start, end }: { readonly start: number; readonly end: number },
	own: Node,
	algorithm: Exclude<ChecksumKind, 'none'>,
): number {
	const covered = message.subarray(start, end);
	const [from, to] = [Math.max(start, own.start) - start, Math.min(end, own.end ?? own.start) - start];
	if (from >= to) return checksumNumber(covered, algorithm);
	// A copy in any case: that of a Buffer's `slice` is a view of the message.
	return checksumNumber(new Uint8Array(covered).fill(0, from, to), algorithm);
}
