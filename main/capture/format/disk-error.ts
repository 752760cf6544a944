import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';

const SENTENCES: Readonly<Record<string, string>> = {
	ENOSPC: 'The disk that holds the capture is full.',
	EDQUOT: 'The disk quota for the capture is used up.',
	EROFS: 'The disk that holds the capture is read-only.',
	EACCES: 'The capture folder may not be written.',
	EPERM: 'The capture folder may not be written.',
	ENOENT: 'The capture folder has gone.',
	EEXIST: 'Something else stands where the capture folder should be.',
	ENOTDIR: 'Something else stands where the capture folder should be.',
	EMFILE: 'Too many files are open to go on with the capture.',
	EIO: 'The disk that holds the capture fails.',
	EFBIG: 'The capture file has become too large for its disk.',
};

/** Describes an error of the capture's files, for people and for programs. Rethrows other errors. */
export function diskError(error: unknown): ErrorInfo {
	if (error instanceof WirebenchError) return error.toInfo();
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
	const details: ErrorInfo['details'] = {
		errno: error.code,
		hint: 'Free some space or bring the folder back: the capture goes on by itself.',
	};
	if ('syscall' in error && typeof error.syscall === 'string') details.syscall = error.syscall;
	if ('errno' in error && typeof error.errno === 'number') details.errnoNumber = Math.abs(error.errno);
	return {
		code: 'disk',
		message: SENTENCES[error.code] ?? `The capture cannot be written (${error.code}).`,
		details,
	};
}
