import { z } from 'zod';

const sentenceParamsSchema = z.record(z.string().max(64), z.union([z.string(), z.number()]));
/** The parameters of a sentence, by name. */
export type SentenceParams = z.infer<typeof sentenceParamsSchema>;

/** Which sentence a text is, so that it can be put into the words of another language. */
export const sentenceSchema = z.object({ code: z.string().max(64), params: sentenceParamsSchema });
export type Sentence = z.infer<typeof sentenceSchema>;
