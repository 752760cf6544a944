import { WirebenchError } from '../../../common/contract/base/errors.ts';

/** The error of a cancelled opening. */
export const cancelledError = () => new WirebenchError('closed', 'Opening was cancelled.');
