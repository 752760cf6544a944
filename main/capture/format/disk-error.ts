import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { captureError } from '../sentences/capture-error.ts';

const SENTENCES = new Map(
	Object.entries({
		ENOSPC: 'diskFull',
		EDQUOT: 'quotaUsedUp',
		EROFS: 'diskReadOnly',
		EACCES: 'captureFolderForbidden',
		EPERM: 'captureFolderForbidden',
		ENOENT: 'captureFolderGone',
		EEXIST: 'captureFolderTaken',
		ENOTDIR: 'captureFolderTaken',
		EMFILE: 'captureTooManyFiles',
		EIO: 'diskFails',
		EFBIG: 'captureFileTooLarge',
	} as const),
);

/** Describes an error of the capture's files, for people and for programs. Rethrows other errors. */
export function diskError(error: unknown): ErrorInfo {
	if (error instanceof WirebenchError) return error.toInfo();
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
	const { code: errno } = error;
	const details: ErrorInfo['details'] = { errno };
	if ('syscall' in error && typeof error.syscall === 'string') details.syscall = error.syscall;
	if ('errno' in error && typeof error.errno === 'number') details.errnoNumber = Math.abs(error.errno);
	const says = SENTENCES.get(errno);
	if (says === undefined) return captureError('disk', 'captureUnwritable', { errno }, details).toInfo();
	return captureError('disk', says, {}, details).toInfo();
}
