import { type ByteComparison, differenceExcerpt, firstByteWords, isDifference } from '../../../common/diff/index.ts';
import { formatCount } from '../../app/shared/format.ts';
import type { ComparedMessage } from '../../app/state/window/compared.ts';
import { fullTime } from '../../bytes/event-time.ts';

const WAYS = { in: '← in', out: '→ out', none: '' } as const;

/** Which message: its event, endpoint, connection, direction and length. */
export function messageTitle(message: ComparedMessage | undefined): string {
	if (message === undefined) return 'No such message on this side';
	const { row, part } = message;
	const { n, endpoint, connection, direction, length } = row;
	const bytes = `${formatCount(length)} ${length === 1 ? 'byte' : 'bytes'}`;
	const place =
		part === undefined
			? ''
			: part.framed
				? `, message ${formatCount(part.number)}`
				: `, from byte ${formatCount(part.at)} of the stream`;
	return `Event ${formatCount(n + 1)}: ${endpoint} #${connection} ${WAYS[direction]}${place}, ${bytes}`;
}

/** The offset of the first byte as ignored ranges count: in the stream where it has no messages, else 0. */
export function startOf(message: ComparedMessage | undefined): number {
	return message?.part === undefined || message.part.framed ? 0 : message.part.at;
}

function datedTitle(message: ComparedMessage | undefined): string {
	const time = message === undefined ? '' : `, ${fullTime(message.row.time, 6)}`;
	return `${messageTitle(message)}${time}`;
}

/** The comparison as text, for a bug report. */
export function reportText(
	a: { readonly message: ComparedMessage | undefined; readonly bytes: Uint8Array },
	b: { readonly message: ComparedMessage | undefined; readonly bytes: Uint8Array },
	comparison: ByteComparison,
): string {
	const count = comparison.runs.filter(isDifference).length;
	const [aAt, bAt] = [startOf(a.message), startOf(b.message)];
	return [
		`first:  ${datedTitle(a.message)}`,
		`second: ${datedTitle(b.message)}`,
		firstByteWords(comparison, a.bytes, b.bytes, aAt, bAt) ?? 'They are equal.',
		...differenceExcerpt(comparison, {
			a: { name: 'first', bytes: a.bytes },
			b: { name: 'second', bytes: b.bytes },
			aAt,
			bAt,
		}),
		`${count} ${count === 1 ? 'difference' : 'differences'}.`,
		'',
	].join('\n');
}
