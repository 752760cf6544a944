import { type ByteComparison, differenceExcerpt, firstByteWords, isDifference } from '../../../common/diff/index.ts';
import { formatCount } from '../../app/shared/format.ts';
import type { ComparedMessage } from '../../app/state/window/compared.ts';
import { fullTime } from '../../bytes/event-time.ts';

const WAYS = { in: '← in', out: '→ out', none: '' } as const;

/** Which message: its event, endpoint, connection, direction and length. */
export function messageTitle({ row }: ComparedMessage): string {
	const { n, endpoint, connection, direction, length } = row;
	const bytes = `${formatCount(length)} ${length === 1 ? 'byte' : 'bytes'}`;
	return `Event ${formatCount(n + 1)}: ${endpoint} #${connection} ${WAYS[direction]}, ${bytes}`;
}

/** The comparison as text, for a bug report. */
export function reportText(
	a: { readonly message: ComparedMessage; readonly bytes: Uint8Array },
	b: { readonly message: ComparedMessage; readonly bytes: Uint8Array },
	comparison: ByteComparison,
): string {
	const count = comparison.runs.filter(isDifference).length;
	return [
		`first:  ${messageTitle(a.message)}, ${fullTime(a.message.row.time, 6)}`,
		`second: ${messageTitle(b.message)}, ${fullTime(b.message.row.time, 6)}`,
		firstByteWords(comparison, a.bytes, b.bytes) ?? 'They are equal.',
		...differenceExcerpt(comparison, { a: { name: 'first', bytes: a.bytes }, b: { name: 'second', bytes: b.bytes } }),
		`${count} ${count === 1 ? 'difference' : 'differences'}.`,
		'',
	].join('\n');
}
