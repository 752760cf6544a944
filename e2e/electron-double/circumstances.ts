import type { Circumstances } from './messages.ts';

/** The circumstances of this double: JSON, the first argument of run.ts. Imported before run.ts removes it. */
export const circumstances: Circumstances = JSON.parse(process.argv[2] ?? '{}');
