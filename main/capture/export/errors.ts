import { basename, dirname } from 'node:path';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';

type Sentence = (path: string) => readonly [message: string, hint: string];

const FULL: Sentence = (path) => [
	`The disk that ${dirname(path)} is on is full.`,
	'Free some space, or choose another place. Nothing was left behind.',
];
const FORBIDDEN: Sentence = (path) => [`The folder ${dirname(path)} may not be written.`, 'Choose another folder.'];
const SENTENCES: Readonly<Record<string, Sentence>> = {
	ENOSPC: FULL,
	EDQUOT: FULL,
	EFBIG: (path) => [`The disk that ${dirname(path)} is on takes no file of this size.`, 'Choose another place.'],
	EROFS: (path) => [`The disk that ${dirname(path)} is on is read-only.`, 'Choose another place.'],
	EACCES: FORBIDDEN,
	EPERM: FORBIDDEN,
	ENOENT: (path) => [`There is no folder ${dirname(path)}.`, 'Choose a folder that is there.'],
	ENOTDIR: (path) => [`${dirname(path)} is no folder.`, 'Choose a folder that is there.'],
	EISDIR: (path) => [`${path} is a folder.`, 'Give the name of a file.'],
	ENAMETOOLONG: (path) => [`The name ${basename(path).slice(0, 40)}… is too long.`, 'Choose a shorter one.'],
};

/** The file exists already, and must not be replaced. */
export function existsError(path: string): WirebenchError {
	return new WirebenchError('wrong-state', `There is a file ${path} already.`, {
		errno: 'EEXIST',
		hint: 'Replace it, or choose another name.',
	});
}

/** The error of the written file, for people and for programs. Rethrows errors that are not the disk's. */
export function targetError(error: unknown, path: string): ErrorInfo {
	if (error instanceof WirebenchError) return error.toInfo();
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
	const { code } = error;
	const [message, hint] = SENTENCES[code]?.(path) ?? [`${path} cannot be written (${code}).`, 'Choose another place.'];
	return { code: 'disk', message, details: { errno: code, hint } };
}
