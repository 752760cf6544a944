import { captureError } from '../sentences/capture-error.ts';

/** The error of a cancelled opening. */
export const cancelledError = () => captureError('closed', 'openingCancelled');
