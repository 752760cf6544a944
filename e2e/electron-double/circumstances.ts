import type { Circumstances } from './messages.ts';

/** Environment variable with the circumstances of a double, as JSON. */
export const CIRCUMSTANCES = 'ELECTRON_DOUBLE_CIRCUMSTANCES';

export const circumstances: Circumstances = JSON.parse(process.env[CIRCUMSTANCES] ?? '{}');
