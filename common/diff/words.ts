import { toAscii, toHex } from '../payload/index.ts';
import { counted } from '../words/counted.ts';
import { type ByteComparison, isDifference } from './bytes/bytes.ts';
import type { EndDifference } from './conversation.ts';
import type { MessageDifference } from './side.ts';

const SIDES = { in: 'received', out: 'sent' } as const;
const ENDS = { open: 'is still open at the end of the capture', closed: 'was closed', reset: 'was reset' } as const;
/** Bytes that a sentence spells out. */
const SPELLED = 8;

/** Which message: as in “received message 3”, or “the sent stream” where it has no messages. */
export function messageName({ side, framed, a, b }: MessageDifference): string {
	return framed ? `${SIDES[side]} message ${(a ?? b)?.number}` : `the ${SIDES[side]} stream`;
}

/** What happened to a message, without its bytes. */
export function messageWords(difference: MessageDifference): string {
	const { kind, framed, a, b, lateMs = 0 } = difference;
	const name = messageName(difference);
	const length = counted((a ?? b)?.length ?? 0, 'byte');
	switch (kind) {
		case 'changed': {
			const other = framed && a?.number !== b?.number ? `, message ${b?.number} of the second` : '';
			return `${name} differs${other}`;
		}
		case 'missing':
			return framed
				? `${name} (${length}) is missing in the second`
				: `${name} lacks ${length} in the second, from byte ${a?.at}`;
		case 'extra':
			return framed
				? `${name} of the second (${length}) is not in the first`
				: `${name} of the second has ${length} more, from byte ${b?.at}`;
		case 'late':
			return `${name} came ${Math.round(Math.abs(lateMs))} ms ${lateMs > 0 ? 'later' : 'earlier'} in the second`;
	}
}

/** How the ends of two connections differ. */
export function endWords({ a, b }: EndDifference): string {
	return `the first ${ENDS[a]}, the second ${ENDS[b]}`;
}

/**
 * The first difference of two byte strings: where it is, and which bytes. `aAt` and `bAt` are the offsets of their first bytes in
 * the whole. Undefined where they are equal.
 */
export function firstByteWords(
	{ runs }: ByteComparison,
	a: Uint8Array,
	b: Uint8Array,
	aAt = 0,
	bAt = 0,
): string | undefined {
	const first = runs.find(isDifference);
	if (first === undefined) return undefined;
	const [at, place] = [aAt + first.a, bAt + first.b];
	const where = `At byte ${at} (0x${at.toString(16)})${place === at ? '' : `, byte ${place} of the second`}`;
	const [missing, extra] = [a.subarray(first.a, first.aEnd), b.subarray(first.b, first.bEnd)];
	switch (first.kind) {
		case 'missing':
			return `${where}: ${counted(missing.length, 'byte')} missing in the second: ${spelled(missing)}.`;
		case 'extra':
			return `${where}: ${counted(extra.length, 'byte')} more in the second: ${spelled(extra)}.`;
		default:
			return `${where}: ${spelled(missing)} in the first, ${spelled(extra)} in the second.`;
	}
}

function spelled(bytes: Uint8Array): string {
	const shown = bytes.subarray(0, SPELLED);
	const rest = bytes.length > SPELLED ? '…' : '';
	return `${toHex(shown, ' ')}${rest} “${toAscii(shown)}${rest}”`;
}
