import { basename, dirname } from 'node:path';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { captureError } from '../sentences/capture-error.ts';

type Make = (path: string, errno: string) => WirebenchError;

const full: Make = (path, errno) => captureError('disk', 'exportDiskFull', { folder: dirname(path) }, { errno });
const forbidden: Make = (path, errno) => captureError('disk', 'exportForbidden', { folder: dirname(path) }, { errno });
const ERRORS: Readonly<Record<string, Make>> = {
	ENOSPC: full,
	EDQUOT: full,
	EFBIG: (path, errno) => captureError('disk', 'exportTooLarge', { folder: dirname(path) }, { errno }),
	EROFS: (path, errno) => captureError('disk', 'exportReadOnly', { folder: dirname(path) }, { errno }),
	EACCES: forbidden,
	EPERM: forbidden,
	ENOENT: (path, errno) => captureError('disk', 'exportNoFolder', { folder: dirname(path) }, { errno }),
	ENOTDIR: (path, errno) => captureError('disk', 'exportIsNoFolder', { folder: dirname(path) }, { errno }),
	EISDIR: (path, errno) => captureError('disk', 'exportToFolder', { path }, { errno }),
	ENAMETOOLONG: (path, errno) =>
		captureError('disk', 'exportNameTooLong', { name: basename(path).slice(0, 40) }, { errno }),
};

/** The file exists already, and must not be replaced. */
export function existsError(path: string): WirebenchError {
	return captureError('wrong-state', 'exportExists', { path }, { errno: 'EEXIST' });
}

/** The error of the written file, for people and for programs. Rethrows errors that are not the disk's. */
export function targetError(error: unknown, path: string): ErrorInfo {
	if (error instanceof WirebenchError) return error.toInfo();
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
	const { code } = error;
	const known = ERRORS[code]?.(path, code);
	return (known ?? captureError('disk', 'exportUnwritable', { path, errno: code }, { errno: code })).toInfo();
}
