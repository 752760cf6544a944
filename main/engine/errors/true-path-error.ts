import { constants } from 'node:fs';
import { access, lstat } from 'node:fs/promises';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { meaningOf, saidBy } from '../../../common/errno/index.ts';
import { tooLong } from '../addresses/unix-address.ts';
import { type Attempt, toWirebenchError } from './errno.ts';

/**
 * The real problem with the path of a Unix socket where the code is misleading: libuv returns EACCES for a missing
 * folder (uv_pipe_bind), EINVAL for a path that is too long, and Linux ECONNREFUSED for a file that is not a socket (unix(7)). Other errors are returned
 * unchanged.
 */
export async function truePathError(error: WirebenchError, attempt: Attempt): Promise<WirebenchError> {
	const { path } = attempt;
	if (path === undefined || path.startsWith('@') || process.platform === 'win32') return error;
	const long = tooLong(path, attempt.target);
	if (long !== undefined) return long;
	if (error.details.errno === 'EACCES') return folderError(error, attempt, path);
	if (error.details.errno !== 'ECONNREFUSED' || (await isSocket(path)) !== false) return error;
	const meaning = meaningOf('ENOTSOCK');
	if (meaning === undefined) return error;
	const details = { ...error.details, hint: meaning.hint(attempt), says: saidBy(meaning, attempt), checks: [] };
	return new WirebenchError(error.code, meaning.sentence(attempt), details);
}

async function folderError(error: WirebenchError, attempt: Attempt, path: string): Promise<WirebenchError> {
	const folder = path.slice(0, path.lastIndexOf('/') + 1) || '.';
	const code = await errnoOf(access(folder, constants.W_OK | constants.X_OK));
	if (code === undefined || code === 'EACCES') return error;
	return toWirebenchError(Object.assign(new Error(code), { code, syscall: 'bind' }), attempt);
}

/** The system's code of a failure; undefined on success. */
async function errnoOf(work: Promise<unknown>): Promise<string | undefined> {
	try {
		await work;
		return undefined;
	} catch (error) {
		if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
		throw error;
	}
}

/** undefined where nothing exists, or it cannot be read. */
async function isSocket(path: string): Promise<boolean | undefined> {
	try {
		return (await lstat(path)).isSocket();
	} catch (error) {
		if (error instanceof Error && 'code' in error) return undefined;
		throw error;
	}
}
