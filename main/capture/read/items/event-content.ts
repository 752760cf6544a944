import { readPayload } from '../../segments/bytes.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import { readRows } from '../../segments/rows.ts';
import { captureError } from '../../sentences/capture-error.ts';
import { type Content, contentOf } from './content.ts';

const encoder = new TextEncoder();

/** The payload of an event, or its text as UTF-8. Throws `not-found`, and the errors of reading. */
export function eventContent(folder: CaptureFolder, n: number): Content {
	const run = folder.rows(n, n + 1)[0];
	if (run && !run.segment) throw captureError('not-found', 'eventGone');
	const row = run?.rows[0];
	if (!run || !row) throw captureError('not-found', 'noEvent', { n });
	if (row.kind !== 'data') return contentOf(encoder.encode(readRows(folder, n, n + 1)[0]?.text ?? ''), 'utf-8');
	return {
		length: row.length,
		charset: run.segment.charsetAt(row.interfaceOffset),
		read: (offset, length) => {
			try {
				return readPayload(run.segment, row, offset, length);
			} catch (error) {
				run.segment.isDamaged(n, error);
				throw error;
			}
		},
	};
}
