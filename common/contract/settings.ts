import { z } from 'zod';
import { call, topic } from './table.ts';

export const THEMES = ['system', 'dark', 'light'] as const;

/** Pane sizes in percent, by the name of the pane group. */
const layout = z.record(z.string().max(64), z.record(z.string().max(64), z.number().min(0).max(100)));
/** What was sent from the composer, newest first. */
const composerHistory = z
	.array(
		z.object({
			format: z.enum(['text', 'hex', 'escaped']),
			lineEnding: z.enum(['none', 'lf', 'crlf', 'cr']),
			text: z.string().max(4096),
		}),
	)
	.max(100);
const theme = z.enum(THEMES);

/** What Wirebench remembers of its own looks, per user. */
export const settingsSchema = z.object({
	theme: theme.default('system'),
	layout: layout.default({}),
	composerHistory: composerHistory.default([]),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Without defaults: they would be filled in for every key that an update leaves out. */
const settingsPatchSchema = z.object({ theme, layout, composerHistory }).partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

export const settingsCalls = {
	/** Replaces the keys that are given. */
	settingsUpdate: call('command', settingsPatchSchema, settingsSchema, ['disk']),
} as const;

export const settingsTopics = {
	settings: topic(z.object({}), settingsSchema, settingsSchema),
} as const;
