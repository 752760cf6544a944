import { z } from 'zod';
import { endpointIdSchema } from '../contract/base/address.ts';
import { INPUT_SENTENCES } from '../contract/base/input-sentences.ts';
import { LIMITS } from '../contract/base/limits.ts';
import { type EndpointConfig, endpointConfigSchema } from '../endpoints/index.ts';
import { colourRulesSchema } from '../filter/colours.ts';
import { savedFiltersSchema } from '../filter/saved.ts';
import { isObject } from '../json/is-object.ts';
import { issueOf, said } from '../json/issue-says.ts';
import { validated } from '../json/validated.ts';
import { folderSchema, savedPayloadsSchema, variablesSchema } from '../payload/saved.ts';
import { testsSchema } from '../protocol-tests/test-schema.ts';
import type { Said } from '../words/sentence/said.ts';
import { layoutSchema } from './layout.ts';
import { SECRET_PLACES } from './secret-places.ts';
import { structuresSchema } from './structures.ts';

/** The format number that this version reads and writes. */
export const WORKSPACE_VERSION = 1;

/** The name of a copy of the JSON Schema beside workspace files. */
export const WORKSPACE_SCHEMA_FILE = 'wirebench.schema.json';

/** `$schema` of new files: beside the file, it is found without a network and on every machine. */
export const WORKSPACE_SCHEMA_REFERENCE = `./${WORKSPACE_SCHEMA_FILE}`;

const variableName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, INPUT_SENTENCES.environmentName);

export const endpointSchema = z
	.object({
		/** Used once in the file; what is kept beside the file refers to it. */
		id: endpointIdSchema,
		/** The heading under which it is shown; left out: that of its role. */
		folder: folderSchema.optional(),
		/** Secrets that are taken from environment variables: the name of the variable, by the place of the secret. */
		env: z.partialRecord(z.enum(SECRET_PLACES), variableName).optional(),
	})
	.and(endpointConfigSchema);

export type WorkspaceEndpoint = z.infer<typeof endpointSchema>;

/** The config of an endpoint, without what the workspace adds. */
export function configOf({ id: _id, folder: _folder, env: _env, ...config }: WorkspaceEndpoint): EndpointConfig {
	return config;
}

/** An endpoint as a person may write it. */
export type WorkspaceEndpointInput = z.input<typeof endpointSchema>;

/** The elements of a list whose id another one before them has, and a sentence about each. */
export function repeatedIds(list: readonly unknown[]): { readonly at: number; readonly fault: Said }[] {
	const seen = new Set<string>();
	const repeated: { at: number; fault: Said }[] = [];
	for (const [at, one] of list.entries()) {
		if (!isObject(one) || typeof one.id !== 'string') continue;
		if (seen.has(one.id)) repeated.push({ at, fault: said('idTwice', { id: one.id }) });
		seen.add(one.id);
	}
	return repeated;
}

const endpoints = z
	.array(endpointSchema)
	.superRefine((list, context) => {
		for (const { at, fault } of repeatedIds(list)) context.addIssue(issueOf(fault, [at, 'id']));
	})
	.default([]);

/** What belongs to the work and is kept in a file: `NAME.wirebench.json`. */
export const workspaceSchema = z.object({
	/** Where editors find the JSON Schema of this file; Wirebench does not read it. */
	$schema: z.string().optional(),
	/** The number of this format. */
	wirebench: z.literal(WORKSPACE_VERSION),
	/** The name of the workspace, for people. */
	name: z.string().trim().min(1, INPUT_SENTENCES.name).max(LIMITS.nameChars).default('Untitled'),
	/** In the order in which they are shown. */
	endpoints,
	payloads: savedPayloadsSchema.default([]),
	variables: variablesSchema.default({}),
	tests: testsSchema.default([]),
	/** Filters of the log under a name. */
	filters: savedFiltersSchema.default([]),
	/** Colours of events in the log: the first rule whose filter finds an event. */
	colours: colourRulesSchema.default([]),
	/** How messages are built, for decoding and composing them. */
	structures: structuresSchema.default([]),
	/** What a window shows of it first, where this machine has not shown it before. */
	layout: layoutSchema.default({ view: 'log', filter: '' }),
});
export type Workspace = z.infer<typeof workspaceSchema>;

/** A workspace in which nothing is set up. */
export const EMPTY_WORKSPACE: Workspace = workspaceSchema.parse({ wirebench: WORKSPACE_VERSION });

/** What a new workspace can have from its beginning; defaults may be left out. */
export type NewWorkspace = Pick<z.input<typeof workspaceSchema>, 'name' | 'endpoints' | 'payloads' | 'tests'>;

/** A new workspace, which names its JSON Schema. Throws `bad-input` for what is not valid. */
export function newWorkspace(fields: NewWorkspace): Workspace {
	const head = { $schema: WORKSPACE_SCHEMA_REFERENCE, wirebench: WORKSPACE_VERSION };
	return validated(workspaceSchema, { ...head, ...fields });
}
