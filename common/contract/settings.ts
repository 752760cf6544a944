import { z } from 'zod';
import { call, topic } from './table.ts';

export const THEMES = ['system', 'dark', 'light'] as const;

/** What Wirebench remembers of its own looks, per user. */
export const settingsSchema = z.object({
	theme: z.enum(THEMES).default('system'),
	/** Pane sizes in percent, by the name of the pane group. */
	layout: z.record(z.string().max(64), z.record(z.string().max(64), z.number().min(0).max(100))).default({}),
	/** What was sent from the composer, newest first. */
	composerHistory: z
		.array(
			z.object({
				format: z.enum(['text', 'hex', 'escaped']),
				lineEnding: z.enum(['none', 'lf', 'crlf', 'cr']),
				text: z.string().max(4096),
			}),
		)
		.max(100)
		.default([]),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsCalls = {
	/** Replaces the keys that are given. */
	settingsUpdate: call('command', settingsSchema.partial(), settingsSchema, ['disk']),
} as const;

export const settingsTopics = {
	settings: topic(z.object({}), settingsSchema, settingsSchema),
} as const;
