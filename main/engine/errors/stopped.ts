import { WirebenchError } from '../../../common/contract/base/errors.ts';

/** The error of a pending start when the endpoint is stopped meanwhile. */
export function stopped(): WirebenchError {
	return new WirebenchError('wrong-state', 'The endpoint was stopped before it had started.');
}
