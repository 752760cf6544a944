import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { engineError } from '../sentences/engine-error.ts';

/** The error of a pending start when the endpoint is stopped meanwhile. */
export function stopped(): WirebenchError {
	return engineError('wrong-state', 'endpointStopped');
}
