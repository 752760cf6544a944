import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { saidError } from './said-error.ts';

/** The error of a pending start when the endpoint is stopped meanwhile. */
export function stopped(): WirebenchError {
	return saidError('wrong-state', 'endpointStopped', {});
}
