import { z } from 'zod';

/** Binary data over any kind of buffer; `z.instanceof` would narrow it to unshared buffers. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'It has to be bytes.');
