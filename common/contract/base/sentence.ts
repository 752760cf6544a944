import { z } from 'zod';

/** Which sentence a text is, so that it can be put into the words of another language. */
export interface Sentence {
	readonly code: string;
	readonly params: SentenceParams;
}

/** The parameters of a sentence, by name; one that is a sentence is put into words, too. */
export type SentenceParams = Readonly<Record<string, string | number | Sentence>>;

const nameSchema = z.string().max(64);

export const sentenceSchema: z.ZodType<Sentence> = z.object({
	code: nameSchema,
	params: z.record(nameSchema, z.union([z.string(), z.number(), z.lazy(() => sentenceSchema)])),
});
