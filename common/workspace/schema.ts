import { z } from 'zod';
import { endpointIdSchema } from '../contract/base/address.ts';
import { LIMITS } from '../contract/base/limits.ts';
import { endpointConfigSchema } from '../endpoints/index.ts';
import { savedPayloadsSchema, variablesSchema } from '../payload/saved.ts';

/** The format number that this version reads and writes. */
export const WORKSPACE_VERSION = 1;

const endpointSchema = z
	.object({
		/** Used once in the file; what is kept beside the file refers to it. */
		id: endpointIdSchema,
	})
	.and(endpointConfigSchema);

const endpoints = z
	.array(endpointSchema)
	.superRefine((list, context) => {
		const seen = new Set<string>();
		for (const [at, { id }] of list.entries()) {
			if (seen.has(id)) {
				context.addIssue({ code: 'custom', path: [at, 'id'], message: `The id ${id} is used twice.` });
			}
			seen.add(id);
		}
	})
	.default([]);

/** What belongs to the work and is kept in a file: `NAME.wirebench.json`. */
export const workspaceSchema = z.object({
	/** Where editors find the JSON Schema of this file; Wirebench does not read it. */
	$schema: z.string().optional(),
	/** The number of this format. */
	wirebench: z.literal(WORKSPACE_VERSION),
	/** The name of the workspace, for people. */
	name: z.string().trim().min(1, 'Give it a name.').max(LIMITS.nameChars).default('Untitled'),
	/** In the order in which they are shown. */
	endpoints,
	payloads: savedPayloadsSchema.default([]),
	variables: variablesSchema.default({}),
});
export type Workspace = z.infer<typeof workspaceSchema>;

/** A workspace in which nothing is set up. */
export const EMPTY_WORKSPACE: Workspace = workspaceSchema.parse({ wirebench: WORKSPACE_VERSION });
