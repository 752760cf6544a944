import { z } from 'zod';
import { INPUT_SENTENCES } from './input-sentences.ts';

/** Binary data over any kind of buffer; `z.instanceof` would narrow it to unshared buffers. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, INPUT_SENTENCES.bytes);
