import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { appError } from '../sentences/app-error.ts';
import type { Captures } from './captures.ts';

/** An uploaded file, in a folder of its own. */
export interface ReceivedFile {
	readonly folder: string;
	readonly path: string;
	/** Its original name, for people. */
	readonly title: string;
}

/**
 * Streams an upload into a file in the work folder. Rejects with `too-large`, with `disk`, and with `closed` when the
 * page has cancelled; then no file is left.
 */
export async function receiveFile(workFolder: string, name: string, bytes: Readable): Promise<ReceivedFile> {
	const folder = await mkdtemp(join(workFolder, 'upload-'));
	const path = join(folder, 'file');
	try {
		await pipeline(bytes, atMost(LIMITS.uploadBytes), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw explain(error);
	}
	return { folder, path, title: name.trim().slice(0, LIMITS.nameChars) || 'uploaded file' };
}

/** Receives an upload and starts to open it; resolves with the id of the capture. Rejects as `receiveFile`. */
export async function receiveCapture(captures: Captures, name: string, bytes: Readable): Promise<string> {
	const { folder, path, title } = await receiveFile(await captures.workFolder(), name, bytes);
	return captures.begin({ path, title, source: title, temporary: folder });
}

/** Passes bytes through up to a limit. */
function atMost(limit: number): Transform {
	let count = 0;
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			count += chunk.length;
			if (count <= limit) done(null, chunk);
			else done(appError('too-large', 'uploadTooLarge', { limit }));
		},
	});
}

function explain(error: unknown): unknown {
	if (error instanceof WirebenchError || !(error instanceof Error) || !('code' in error)) return error;
	const code = String(error.code);
	if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET') {
		return appError('closed', 'uploadCut');
	}
	return appError('disk', 'uploadNotKept', { errno: code }, { errno: code });
}
