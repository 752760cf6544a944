import { z } from 'zod';
import { colourRulesSchema } from '../../filter/colours.ts';
import { savedFiltersSchema } from '../../filter/saved.ts';
import { savedPayloadSchema, variablesSchema } from '../../payload/saved.ts';
import { layoutSchema } from '../../workspace/schema.ts';
import { call, topic } from '../base/table.ts';

/** Names one payload. */
const payloadPlace = savedPayloadSchema.pick({ name: true, folder: true });

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
	/** Replaces how the workspace opens where it was not open before. */
	layoutSet: call('command', z.object({ layout: layoutSchema }), z.null(), []),
} as const;

export const payloadTopics = {
	/** The payloads, variables, filters and colour rules of the workspace. Each message is all of them. */
	payloads: topic(z.object({}), savedSchema, savedSchema),
} as const;
