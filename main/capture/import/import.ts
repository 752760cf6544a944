import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { diskError } from '../format/disk-error.ts';
import { lockFolder, unlockFolder } from '../format/lock.ts';
import { segmentNumber } from '../format/names.ts';
import { type ImportThreadData, startImporter } from '../threads.ts';
import { importError } from './errors.ts';
import type { ImportListener, ImportMessage, ImportProgress, ImportRun, ImportSummary } from './types.ts';

const DEFAULT_SEGMENT_BYTES = 256 << 20;

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
 * Reads a file that another program captured, pcap or pcapng, into a capture of our own format in `folder`, which is
 * made if it is missing and must hold none. What is written can be read while the import goes on: as many events as
 * the progress says.
 */
export function importCapture(
	source: string,
	folder: string,
	listener: ImportListener,
	segmentBytes: number = DEFAULT_SEGMENT_BYTES,
): ImportRun {
	const stop = new Int32Array(new SharedArrayBuffer(4));
	let progress = NOTHING;
	const done = prepare(folder).then(async (target) => {
		try {
			const data = { source: resolve(source), folder: target, segmentBytes, stop };
			return await runThread(data, (next) => {
				progress = next;
				listener(next);
			});
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

/** Runs the import's thread to its end. */
function runThread(data: ImportThreadData, listener: ImportListener): Promise<ImportSummary> {
	return new Promise((settle, reject) => {
		const worker = startImporter(data);
		let outcome = () => reject(new WirebenchError('internal', 'The import ended without a word.'));
		worker.on('message', (message: ImportMessage) => {
			if (message.type === 'failed') {
				outcome = () => reject(WirebenchError.fromInfo(message.error));
				return;
			}
			const told = message.type === 'done' ? message.summary : message.progress;
			if (message.type === 'done') outcome = () => settle(message.summary);
			listener(told);
		});
		worker.on('error', (error) => {
			const reason = error instanceof Error ? error.message : String(error);
			outcome = () => reject(new WirebenchError('internal', `The import stopped: ${reason}`));
		});
		worker.on('exit', () => outcome());
	});
}

/** Makes the folder and marks it as written by this process; gives its whole path. */
async function prepare(folder: string): Promise<string> {
	const path = resolve(folder);
	try {
		await mkdir(path, { recursive: true, mode: 0o700 });
		if ((await readdir(path)).some((name) => segmentNumber(name) !== undefined)) {
			throw new WirebenchError('wrong-state', `${path} holds a capture already.`, { hint: 'Choose another folder.' });
		}
		await lockFolder(path);
	} catch (error) {
		throw error instanceof WirebenchError ? error : WirebenchError.fromInfo(importError(diskError(error)));
	}
	return path;
}
