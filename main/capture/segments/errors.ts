import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { PcapngError } from '../pcapng/format.ts';

/** Errors of files and of their format become `disk`; ours stay; anything else is a defect and is rethrown. */
export function asInfo(error: unknown): ErrorInfo {
	if (error instanceof WirebenchError) return error.toInfo();
	if (error instanceof PcapngError || error instanceof RangeError) {
		return { code: 'disk', message: `The capture is damaged: ${error.message}`, details: {} };
	}
	if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
		const { code } = error;
		return { code: 'disk', message: `The capture cannot be read (${code}).`, details: { errno: code } };
	}
	throw error;
}
