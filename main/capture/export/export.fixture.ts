import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openCapture } from '../index.ts';
import { Recording } from '../recording.fixture.ts';
import type { Capture } from '../types.ts';
import { startExport } from './exporter.ts';
import type { ExportCounts } from './formats/order.ts';

type Request = Parameters<typeof startExport>[0];

/** A capture with the events of `record`, stored and still open. */
export async function recorded(folder: string, record: (recording: Recording) => void, segmentBytes?: number) {
	const capture = await openCapture(segmentBytes === undefined ? { folder } : { folder, segmentBytes });
	onTestFinished(() => capture.close());
	const recording = new Recording(capture);
	record(recording);
	await capture.flush();
	return { capture, recording };
}

/** An export of everything stored; throws when it fails. */
export async function exported(
	capture: Capture,
	folder: string,
	request: Pick<Request, 'format'> & Partial<Request>,
): Promise<{ path: string; file: Buffer; counts: ExportCounts }> {
	const path = join(folder, `out.${request.format}`);
	const { stored } = capture.counters();
	const run = startExport({ files: capture.files, stored, ...request }, { path, replace: true }, () => undefined);
	const end = await run.end;
	if (end.state !== 'done') throw new Error(`It ended ${JSON.stringify(end)}.`);
	return { path, file: readFileSync(path), counts: end.counts };
}
