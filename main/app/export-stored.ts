import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportFormat, ExportScope } from '../../common/contract/exports.ts';
import { type ExportCounts, type ExportEnd, type ExportTarget, openStored, startExport } from '../capture/index.ts';

export interface ExportStoredOptions {
	/** A capture folder, or one capture file. */
	readonly path: string;
	readonly format: ExportFormat;
	readonly joined: boolean;
	readonly scope: ExportScope;
	readonly target: ExportTarget;
	/** Gives it up. */
	readonly signal: AbortSignal;
	/** Sentences about the capture that was opened, before anything is written. */
	readonly onWarnings: (warnings: readonly string[]) => void;
	readonly onProgress: (counts: ExportCounts, total: number) => void;
}

/** Opens a stored capture, exports it and closes it; what is there is not touched. Rejects with what opening rejects with. */
export async function exportStored(options: ExportStoredOptions): Promise<ExportEnd> {
	const { path, format, joined, scope, target, signal } = options;
	const workFolder = await mkdtemp(join(tmpdir(), 'wirebench-'));
	try {
		const { capture, warnings } = await openStored({ id: 'export', path, workFolder, signal });
		try {
			options.onWarnings(warnings);
			await capture.marksRead;
			const { stored } = capture.counters();
			const request = { files: capture.files, marks: capture.marks.range(), format, joined, scope, stored };
			const run = startExport(request, target, (counts) => options.onProgress(counts, run.total));
			const cancel = () => run.cancel();
			signal.addEventListener('abort', cancel);
			if (signal.aborted) cancel();
			const end = await run.end;
			signal.removeEventListener('abort', cancel);
			return end;
		} finally {
			await capture.close();
		}
	} finally {
		await rm(workFolder, { recursive: true, force: true });
	}
}
