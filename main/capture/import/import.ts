import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { runJob } from '../../threads/job.ts';
import { diskError } from '../format/disk-error.ts';
import { lockFolder, unlockFolder } from '../format/lock.ts';
import { segmentNumber } from '../format/names.ts';
import { captureError } from '../sentences/capture-error.ts';
import { importError } from './errors.ts';
import {
	type ImportLimits,
	type ImportListener,
	type ImportProgress,
	type ImportRun,
	importContract,
} from './types.ts';

const LIMITS: ImportLimits = { segmentBytes: 256 << 20, conversations: 32_768 };

const THREAD = {
	title: 'The import',
	closed: 'The import ended unexpectedly.',
	// Its own limits (of flows, fragments, blocks) keep it well below this. In Node, a file that circumvents them ends the
	// import, and not the process; Electron does not honour this second limit.
	resourceLimits: { maxOldGenerationSizeMb: 512 },
};

const NOTHING: ImportProgress = {
	bytesRead: 0,
	totalBytes: 0,
	packets: 0,
	events: 0,
	connections: 0,
	payloadBytes: 0,
	retransmitted: 0,
	outOfOrder: 0,
	gaps: 0,
	missingBytes: 0,
	evicted: 0,
	skipped: [],
};

/**
 * Imports a file that another program captured, pcap or pcapng, into a capture of our own format in `folder`, which is
 * created if it is missing and must contain none. Written events can be read during the import: as many as the progress
 * reports.
 */
export function importCapture(
	source: string,
	folder: string,
	listener: ImportListener,
	limits: Partial<ImportLimits> = {},
): ImportRun {
	const stop = new Int32Array(new SharedArrayBuffer(4));
	let progress = NOTHING;
	const report = (next: ImportProgress): void => {
		progress = next;
		listener(next);
	};
	const done = prepare(folder).then(async (target) => {
		try {
			const order = { source: resolve(source), folder: target, limits: { ...LIMITS, ...limits }, stop };
			const summary = await runJob(importContract, 'capture-import', THREAD, order, report);
			report(summary);
			return summary;
		} finally {
			await unlockFolder(target);
		}
	});
	return {
		done,
		cancel: () => Atomics.store(stop, 0, 1),
		get progress() {
			return progress;
		},
	};
}

/** Creates the folder and marks it as written by this process; returns its absolute path. */
async function prepare(folder: string): Promise<string> {
	const path = resolve(folder);
	try {
		await mkdir(path, { recursive: true, mode: 0o700 });
		if ((await readdir(path)).some((name) => segmentNumber(name) !== undefined)) {
			throw captureError('wrong-state', 'holdsCapture', { folder: path });
		}
		await lockFolder(path);
	} catch (error) {
		throw error instanceof WirebenchError ? error : WirebenchError.fromInfo(importError(diskError(error)));
	}
	return path;
}
