import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { captureError } from '../sentences/capture-error.ts';

/** An error of the disk for an import, which does not continue by itself when there is room again. */
export function importError(info: ErrorInfo): ErrorInfo {
	return captureError(info.code, 'stoppedImport', { reason: WirebenchError.fromInfo(info) }, info.details).toInfo();
}
