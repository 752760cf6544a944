import { z } from 'zod';

/** The JSON Schema of an object. */
const objectSchema = z.looseObject({ type: z.literal('object') });

/** What docs/agent-tools.json has: `npm run docs` makes it of the tools' schemas and of the comments of the contract. */
const toolTextsSchema = z.object({
	tools: z.array(
		z.object({ name: z.string(), description: z.string(), inputSchema: objectSchema, outputSchema: objectSchema }),
	),
	/** JSON Schemas of the types that tools name, by their names. */
	types: z.record(z.string(), z.record(z.string(), z.unknown())),
});
export type ToolTexts = z.infer<typeof toolTextsSchema>;

let loaded: Promise<ToolTexts> | undefined;

/** Names, descriptions and schemas of the tools, as agents read them. Loaded when they are wanted: they are large. */
export function toolTexts(): Promise<ToolTexts> {
	loaded ??= import('../../../../docs/agent-tools.json', { with: { type: 'json' } }).then(({ default: texts }) =>
		toolTextsSchema.parse(texts),
	);
	return loaded;
}
