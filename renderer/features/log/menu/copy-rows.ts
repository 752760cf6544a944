import { bytesLiteral, bytesLiterals, type LiteralPart } from '../../../../common/literals/index.ts';
import { charsetNamed } from '../../../../common/payload/index.ts';
import type { DialogWords } from '../../../../common/words/en-dialogs.ts';
import { writeClipboard } from '../../../app/shared/clipboard.ts';
import { formatBytes } from '../../../app/shared/format.ts';
import { readPayload } from '../../../app/state/capture/read-payload.ts';
import { charsetShown } from '../../../app/state/capture/shown-charset.ts';
import { toast, toastError } from '../../../app/state/window/toasts.ts';
import { COPY_LIMIT, copyText } from '../../../bytes/copy.ts';
import { rangesCount } from '../../../virtual/ranges.ts';
import { dialogWords } from '../../../words/dialogs.ts';
import { useCopying } from '../list/copying.ts';
import { jsonOf } from './row-json.ts';
import { lineOf } from './row-line.ts';
import { type ReadRow, readRows, selectedRanges } from './selected-rows.ts';

/** How rows are copied: `rows` as they are shown, the others their bytes. */
export type RowCopy = keyof DialogWords['logMenus']['copies'];

/** Rows of one copy at most: what a clipboard and those who paste can handle. */
const MOST_ROWS = 100_000;

/** A row and its bytes; none for events without. */
export interface CopiedRow extends ReadRow {
	readonly bytes: Uint8Array;
}

/** Copies the selected rows, up to a limit, which is reported. Progress is shown and can be stopped. */
export async function copyRows(as: RowCopy): Promise<void> {
	const ranges = selectedRanges();
	const total = rangesCount(ranges);
	if (total === 0) {
		toast({ tone: 'info', title: dialogWords().logMenus.selectFirst });
		return;
	}
	useCopying.getState().stop?.();
	const abort = new AbortController();
	const isCurrent = () => useCopying.getState().stop === stop;
	const stop = () => abort.abort();
	useCopying.setState({ done: 0, total, stop });
	try {
		const gathered = await gather(readRows(ranges), as, abort.signal, (done) => {
			if (isCurrent()) useCopying.setState({ done });
		});
		if (abort.signal.aborted) return;
		if (gathered.taken.length === 0) {
			toast({ tone: 'info', title: dialogWords().logMenus.noBytes });
			return;
		}
		await writeClipboard(written(gathered.taken, as));
		toast({ tone: 'info', ...reportOf(gathered, total, as) });
	} catch (error) {
		if (!abort.signal.aborted) toastError(dialogWords().logMenus.notCopied, error);
	} finally {
		if (isCurrent()) useCopying.setState({ stop: undefined });
	}
}

interface Gathered {
	readonly taken: readonly CopiedRow[];
	/** Rows that were looked at. */
	readonly done: number;
	/** The last payload is cut: it alone is longer than a copy. */
	readonly isCut: boolean;
}

/** Reads rows and what they need of their payloads, until a copy is full. */
async function gather(
	rows: AsyncIterable<ReadRow>,
	as: RowCopy,
	signal: AbortSignal,
	onProgress: (done: number) => void,
): Promise<Gathered> {
	const taken: CopiedRow[] = [];
	let room = COPY_LIMIT;
	let done = 0;
	for await (const { row, before } of rows) {
		if (signal.aborted || done >= MOST_ROWS) break;
		const isWanted = row.kind === 'data' && as !== 'rows';
		if (isWanted && row.length > room) {
			if (taken.some(({ bytes }) => bytes.length > 0)) break;
			taken.push({ row, before, bytes: await readPayload(row, room, signal) });
			return { taken, done: done + 1, isCut: true };
		}
		const bytes = isWanted ? await readPayload(row, row.length, signal) : new Uint8Array(0);
		if (isWanted || as === 'rows' || as === 'json') taken.push({ row, before, bytes });
		room -= bytes.length;
		done++;
		onProgress(done);
	}
	return { taken, done, isCut: false };
}

function reportOf({ taken, done, isCut }: Gathered, total: number, as: RowCopy): { title: string; text?: string } {
	const { copies, limit, copiedPart, copiedFirst, copiedRows, copiedMessages } = dialogWords().logMenus;
	const name = copies[as];
	if (isCut) return { title: copiedPart(formatBytes(COPY_LIMIT), name), text: limit };
	if (done < total) return { title: copiedFirst(done, total, name), text: limit };
	return { title: (as === 'rows' || as === 'json' ? copiedRows : copiedMessages)(taken.length, name) };
}

function written(rows: readonly CopiedRow[], as: RowCopy): string {
	switch (as) {
		case 'rows':
			return rows.map(lineOf).join('\n');
		case 'json':
			return `[\n${rows.map(jsonOf).join(',\n')}\n]\n`;
		case 'c':
		case 'python':
		case 'javascript': {
			const [only, ...others] = rows;
			if (only !== undefined && others.length === 0) return bytesLiteral(as, only.bytes);
			return bytesLiterals(as, rows.map(partOf));
		}
		default:
			return rows.map(({ row, bytes }) => copyText(bytes, as, charsetNamed(charsetShown(row)))).join('\n');
	}
}

function partOf({ row, bytes }: CopiedRow): LiteralPart {
	const { n, message, direction, connection } = row;
	const [what, number] = message === undefined ? ['event', n + 1] : ['message', message.number];
	const about = `${what} ${number}, ${direction}, #${connection}, ${bytes.length} bytes`;
	// Numbers of messages count in each direction of each connection.
	const name = message === undefined ? `event_${number}` : `connection_${connection}_${direction}_message_${number}`;
	return { bytes, about, name };
}
