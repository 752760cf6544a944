import { z } from 'zod';
import { colourRulesSchema } from '../../filter/colours.ts';
import { savedFiltersSchema } from '../../filter/saved.ts';
import { savedPayloadSchema, variablesSchema } from '../../payload/saved.ts';
import { layoutSchema } from '../../workspace/layout.ts';
import { LIMITS } from '../base/limits.ts';
import { call, stateTopic } from '../base/table.ts';

/** Names one payload. */
const payloadPlace = savedPayloadSchema.pick({ name: true, folder: true });

/** A structure as docs/structure.schema.json has it. Its schema is large: who works with structures loads it. */
const structureDocument = z.record(z.string(), z.unknown());
const structuresState = z.object({ structures: z.array(structureDocument) });

/** What the workspace has besides endpoints. */
const savedSchema = z.object({
	payloads: z.array(savedPayloadSchema),
	variables: variablesSchema,
	filters: savedFiltersSchema,
	colours: colourRulesSchema,
});

export const payloadCalls = {
	/**
	 * Saves a payload in the workspace, in place of `replaces` or at the end. Another with its shortcut loses it. Fails with
	 * `wrong-state` where another has its name, and with `not-found` where there is none to replace.
	 */
	payloadSave: call('command', z.object({ payload: savedPayloadSchema, replaces: payloadPlace.optional() }), z.null(), [
		'wrong-state',
		'not-found',
	]),
	/** Removes a payload from the workspace. Fails with `not-found` where there is none. */
	payloadRemove: call('command', payloadPlace, z.null(), ['not-found']),
	/** Replaces the variables of the workspace. */
	variablesSet: call('command', z.object({ variables: variablesSchema }), z.null(), []),
	/** Replaces the saved filters of the workspace. */
	filtersSet: call('command', z.object({ filters: savedFiltersSchema }), z.null(), []),
	/** Replaces the colour rules of the workspace. */
	coloursSet: call('command', z.object({ colours: colourRulesSchema }), z.null(), []),
	/**
	 * Saves a structure in the workspace, in place of that with the id `replaces` or at the end; rules and tests that name it follow.
	 * Fails with `bad-input` where it is none, with `wrong-state` where another has its id or rules would not fit it, and with
	 * `not-found` where there is none to replace.
	 */
	structureSave: call(
		'command',
		z.object({ structure: structureDocument, replaces: z.string().max(LIMITS.nameChars).optional() }),
		z.null(),
		['bad-input', 'wrong-state', 'not-found'],
	),
	/** Removes a structure from the workspace. Fails with `wrong-state` while rules or tests name it, and with `not-found` where there is none. */
	structureRemove: call('command', z.object({ id: z.string().max(LIMITS.nameChars) }), z.null(), [
		'wrong-state',
		'not-found',
	]),
	/** Replaces how the workspace opens where it was not open before. */
	layoutSet: call('command', z.object({ layout: layoutSchema }), z.null(), []),
} as const;

export const payloadTopics = {
	/** The payloads, variables, filters and colour rules of the workspace. Each message is all of them. */
	payloads: stateTopic(z.object({}), savedSchema),
	/** The structures of the workspace, each as its file has it. Each message is all of them. */
	structures: stateTopic(z.object({}), structuresState),
} as const;
