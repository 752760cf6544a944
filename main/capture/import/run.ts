import { randomInt } from 'node:crypto';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { diskError } from '../format/disk-error.ts';
import { PcapngError } from '../pcapng/format.ts';
import type { ImportThreadData } from '../threads.ts';
import { GaveUp } from '../write/disk-retry.ts';
import { importError } from './errors.ts';
import { type ByteSource, openSource } from './input/source.ts';
import { ImportJob } from './job.ts';
import type { ImportMessage } from './types.ts';

const TELL_MS = 50;

/** Imports a file and tells how it goes; the last message is `done` or `failed`. */
export async function runImport(data: ImportThreadData, post: (message: ImportMessage) => void): Promise<void> {
	let source: ByteSource | undefined;
	try {
		source = open(data.source);
		const seed = randomInt(2 ** 32);
		const job = new ImportJob(source, {
			name: data.source,
			folder: data.folder,
			segmentBytes: data.segmentBytes,
			seed,
		});
		let told = performance.now();
		const summary = await job.run(() => {
			const now = performance.now();
			if (now - told >= TELL_MS) {
				told = now;
				post({ type: 'progress', progress: job.progress });
			}
			return Atomics.load(data.stop, 0) === 0;
		});
		post({ type: 'done', summary });
	} catch (error) {
		post({ type: 'failed', error: failure(error) });
	} finally {
		source?.close();
	}
}

function open(path: string): ByteSource {
	try {
		return openSource(path);
	} catch (error) {
		throw unreadable(error, path);
	}
}

/** Why the file itself cannot be read. Anything else is rethrown. */
function unreadable(error: unknown, path: string): WirebenchError {
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
	const { code } = error;
	if (code === 'ENOENT') return new WirebenchError('not-found', `There is no file ${path}.`, { errno: code });
	if (code === 'EACCES' || code === 'EPERM') {
		return new WirebenchError('not-permitted', `${path} may not be read.`, { errno: code });
	}
	if (code === 'EISDIR') return new WirebenchError('bad-input', `${path} is a folder.`, { errno: code });
	return new WirebenchError('disk', `${path} cannot be read (${code}).`, { errno: code });
}

function failure(error: unknown): ErrorInfo {
	if (error instanceof GaveUp) return importError(error.info);
	if (error instanceof PcapngError) {
		const hint = 'Choose a file that dumpcap, tcpdump or Wireshark has written; editcap converts many others.';
		return { code: 'bad-input', message: error.message, details: { position: error.offset, hint } };
	}
	return importError(diskError(error));
}
