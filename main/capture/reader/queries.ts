import type { CaptureRow } from '../../../common/contract/capture.ts';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/errors.ts';
import { PcapngError } from '../pcapng/format.ts';
import { readPayload } from './bytes.ts';
import { CaptureFolder } from './folder.ts';
import { GONE, readRows } from './rows.ts';

/** `stored`: events that the writer has published; none after it is looked at. */
export type Query =
	| { readonly type: 'rows'; readonly from: number; readonly count: number; readonly stored: number }
	| {
			readonly type: 'bytes';
			readonly n: number;
			readonly offset: number;
			readonly length: number;
			readonly stored: number;
	  };

export interface PayloadBytes {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly total: number;
}

export type Answer = { readonly rows: CaptureRow[] } | PayloadBytes | { readonly error: ErrorInfo };

/** Answers questions about the files of one folder. */
export class Queries {
	readonly #folder: CaptureFolder;

	constructor(folder: string) {
		this.#folder = new CaptureFolder(folder);
	}

	answer(query: Query): Answer {
		try {
			return query.type === 'rows' ? { rows: this.#rows(query) } : this.#bytes(query);
		} catch (error) {
			return { error: asInfo(error) };
		}
	}

	close(): void {
		this.#folder.close();
	}

	#rows({ from, count, stored }: { from: number; count: number; stored: number }): CaptureRow[] {
		return readRows(this.#folder, from, Math.min(from + count, stored));
	}

	#bytes(query: { n: number; offset: number; length: number; stored: number }): PayloadBytes {
		const { n, offset, length, stored } = query;
		const run = n < stored ? this.#folder.rows(n, n + 1)[0] : undefined;
		if (run && !run.segment) throw new WirebenchError('not-found', GONE);
		const row = run?.rows[0];
		if (!run || !row) throw new WirebenchError('not-found', `The capture has no event ${n}.`);
		return { bytes: readPayload(run.segment, row, offset, length), total: row.length };
	}
}

/** Errors of files and of their format become `disk`; ours stay; anything else is a defect and is thrown on. */
function asInfo(error: unknown): ErrorInfo {
	if (error instanceof WirebenchError) return error.toInfo();
	if (error instanceof PcapngError || error instanceof RangeError) {
		return { code: 'disk', message: `The capture is damaged: ${error.message}`, details: {} };
	}
	if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
		const { code } = error;
		return { code: 'disk', message: `The capture cannot be read (${code}).`, details: { errno: code } };
	}
	throw error;
}
