import type { ErrorInfo } from '../../../common/contract/base/errors.ts';

/** An error of the disk for an import, which does not continue by itself when there is room again. */
export function importError(info: ErrorInfo): ErrorInfo {
	const hint = 'Free some space or choose another folder, then open the file again.';
	return { ...info, details: { ...info.details, hint } };
}
