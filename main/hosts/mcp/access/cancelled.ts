import { WirebenchError } from '../../../../common/contract/base/errors.ts';

/** The error of a call that its client has cancelled, or whose client has gone. */
export function cancelled(): WirebenchError {
	return new WirebenchError('closed', 'The call was cancelled.');
}
