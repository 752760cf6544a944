import { z } from 'zod';
import { INPUT_SENTENCES } from '../contract/base/input-sentences.ts';
import { LIMITS } from '../contract/base/limits.ts';

/** Colours of rows. What each looks like is the window's business. */
export const ROW_COLOURS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'grey'] as const;
export type RowColour = (typeof ROW_COLOURS)[number];

/** Events of the log that a filter finds have a colour. */
export const colourRuleSchema = z.object({
	filter: z.string().trim().min(1, INPUT_SENTENCES.filterText).max(LIMITS.filterChars),
	colour: z.enum(ROW_COLOURS),
});
export type ColourRule = z.infer<typeof colourRuleSchema>;

/** The first rule whose filter finds an event gives its colour. */
export const colourRulesSchema = z.array(colourRuleSchema).max(LIMITS.colourRules);
