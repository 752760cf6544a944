import { randomInt } from 'node:crypto';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { diskError } from '../format/disk-error.ts';
import { PcapngError } from '../pcapng/format.ts';
import { captureError } from '../sentences/capture-error.ts';
import { GaveUp } from '../write/disk-retry.ts';
import { importError } from './errors.ts';
import { type ByteSource, openSource } from './input/source.ts';
import { ImportJob } from './job.ts';
import type { ImportOrder, ImportProgress, ImportSummary } from './types.ts';

const POST_MS = 50;

/** Imports a file and reports its progress. Rejects with WirebenchErrors. */
export async function runImport(order: ImportOrder, post: (progress: ImportProgress) => void): Promise<ImportSummary> {
	let source: ByteSource | undefined;
	try {
		source = open(order.source);
		const { folder, limits } = order;
		const job = new ImportJob(source, { name: order.source, folder, ...limits, seed: randomInt(2 ** 32) });
		let posted = performance.now();
		return await job.run(() => {
			const now = performance.now();
			if (now - posted >= POST_MS) {
				posted = now;
				post(job.progress);
			}
			return Atomics.load(order.stop, 0) === 0;
		});
	} catch (error) {
		throw WirebenchError.fromInfo(failure(error));
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
	if (code === 'ENOENT') return captureError('not-found', 'importMissing', { path }, { errno: code });
	if (code === 'EACCES' || code === 'EPERM') {
		return captureError('not-permitted', 'importForbidden', { path }, { errno: code });
	}
	if (code === 'EISDIR') return captureError('bad-input', 'importFolder', { path }, { errno: code });
	return captureError('disk', 'importUnreadable', { path, errno: code }, { errno: code });
}

function failure(error: unknown): ErrorInfo {
	if (error instanceof GaveUp) return importError(error.info);
	if (error instanceof PcapngError) {
		const position = error.offset;
		return captureError('bad-input', 'importNotReadable', { reason: error }, { position }).toInfo();
	}
	return importError(diskError(error));
}
