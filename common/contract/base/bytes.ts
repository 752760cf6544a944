import { z } from 'zod';

/** Binary data as it travels: over any kind of buffer, which `z.instanceof` would narrow to unshared ones. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Expected bytes.');
