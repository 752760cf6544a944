import type { ErrorInfo } from '../../../common/contract/base/errors.ts';

/** An error of the disk as an import tells it: it does not go on by itself when there is room again. */
export function importError(info: ErrorInfo): ErrorInfo {
	const hint = 'Free some space or choose another folder, then open the file again.';
	return { ...info, details: { ...info.details, hint } };
}
