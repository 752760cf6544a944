import { type ByteComparison, differenceExcerpt, firstByteWords, isDifference } from '../../../common/diff/index.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { cellsOf, padCells } from '../../../common/words/locale/cells.ts';
import type { ComparedMessage } from '../../app/state/window/compared.ts';
import { fullTime } from '../../bytes/event-time.ts';
import { dialogWords } from '../../words/dialogs.ts';

/** Which message: its event, endpoint, connection, direction and length. */
export function messageTitle(message: ComparedMessage | undefined, words: DialogWords['compare']): string {
	if (message === undefined) return words.noMessage;
	const { row, part } = message;
	const { n, endpoint, connection, direction, length } = row;
	const place = part === undefined ? '' : part.framed ? words.ofMessage(part.number) : words.ofStream(part.at);
	return words.message(n + 1, `${endpoint} #${connection}`, words.ways[direction], place, length);
}

/** The offset of the first byte as ignored ranges count: in the stream where it has no messages, else 0. */
export function startOf(message: ComparedMessage | undefined): number {
	return message?.part === undefined || message.part.framed ? 0 : message.part.at;
}

function datedTitle(message: ComparedMessage | undefined, words: DialogWords['compare']): string {
	const time = message === undefined ? '' : `, ${fullTime(message.row.time, 6)}`;
	return `${messageTitle(message, words)}${time}`;
}

/** The comparison as text, for a bug report. */
export function reportText(
	a: { readonly message: ComparedMessage | undefined; readonly bytes: Uint8Array },
	b: { readonly message: ComparedMessage | undefined; readonly bytes: Uint8Array },
	comparison: ByteComparison,
): string {
	const { compare: words, differences: phrases } = dialogWords();
	const count = comparison.runs.filter(isDifference).length;
	const [aAt, bAt] = [startOf(a.message), startOf(b.message)];
	const [first, second] = [`${words.first}:`, `${words.second}:`];
	const width = Math.max(cellsOf(first), cellsOf(second));
	return [
		`${padCells(first, width)} ${datedTitle(a.message, words)}`,
		`${padCells(second, width)} ${datedTitle(b.message, words)}`,
		firstByteWords(comparison, a.bytes, b.bytes, aAt, bAt, phrases) ?? phrases.equal,
		...differenceExcerpt(comparison, {
			a: { name: words.first, bytes: a.bytes },
			b: { name: words.second, bytes: b.bytes },
			aAt,
			bAt,
		}),
		phrases.count(count),
		'',
	].join('\n');
}
