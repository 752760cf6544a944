import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { PcapngError } from '../pcapng/format.ts';
import { captureError } from '../sentences/capture-error.ts';

/** Errors of files and of their format become `disk`; ours stay; anything else is a defect and is rethrown. */
export function asInfo(error: unknown): ErrorInfo {
	if (error instanceof WirebenchError) return error.toInfo();
	if (error instanceof PcapngError || error instanceof RangeError) {
		const reason = error instanceof PcapngError ? error : error.message;
		return captureError('disk', 'captureDamaged', { reason }).toInfo();
	}
	if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
		const { code } = error;
		return captureError('disk', 'captureUnreadable', { errno: code }, { errno: code }).toInfo();
	}
	throw error;
}
