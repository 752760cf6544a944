import type { ExportFormat, ExportScope } from '../../../common/contract/calls/exports.ts';
import { type ExportCounts, type ExportEnd, type ExportTarget, openStored, startExport } from '../../capture/index.ts';
import type { ReadCharsets } from '../../capture/types.ts';
import { makeTemporaryFolder } from '../folders/temporary-folder.ts';
import { assertFields } from './assert-fields.ts';

export interface ExportStoredOptions {
	/** A capture folder, or one capture file. */
	readonly path: string;
	readonly format: ExportFormat;
	readonly joined: boolean;
	readonly scope: ExportScope;
	/** How its payloads are read. */
	readonly readAs: ReadCharsets;
	readonly target: ExportTarget;
	/** Closes it. */
	readonly signal: AbortSignal;
	/** Receives sentences about the opened capture before anything is written, and whether some of its events cannot be read. */
	readonly onWarnings: (warnings: readonly string[], damaged: boolean) => void;
	readonly onProgress: (counts: ExportCounts, total: number) => void;
}

/** Opens a stored capture, exports it and closes it; its files are not changed. Rejects with the errors of opening. */
export async function exportStored(options: ExportStoredOptions): Promise<ExportEnd> {
	const { path, format, joined, scope, target, signal } = options;
	assertFields(format, scope);
	const work = await makeTemporaryFolder();
	try {
		const { capture, warnings, damaged } = await openStored({ id: 'export', path, workFolder: work.path, signal });
		try {
			options.onWarnings(warnings, damaged);
			await capture.marksRead;
			const { stored } = capture.counters();
			const request = {
				files: { ...capture.files, charsets: options.readAs },
				marks: capture.marks.range(),
				format,
				joined,
				scope,
				stored,
			};
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
		work.remove();
	}
}
