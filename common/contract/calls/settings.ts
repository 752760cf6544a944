import { z } from 'zod';
import { savedFiltersSchema } from '../../filter/saved.ts';
import { CHARSETS } from '../../payload/schema.ts';
import { sequenceSchema } from '../../protocol-tests/test-schema.ts';
import { LANGUAGES } from '../../words/locale/language.ts';
import { LIMITS } from '../base/limits.ts';
import { call, stateTopic } from '../base/table.ts';

/** While the disk cannot be written: TCP waits and loses nothing, or sockets continue and events without room are counted. */
export const WHEN_DISK_FAILS = ['wait', 'go-on'] as const;
export type WhenDiskFails = (typeof WHEN_DISK_FAILS)[number];

/** The desktop window is closed while endpoints run: ask what happens to them, go on in the tray, or quit. */
export const WHEN_WINDOW_CLOSES = ['ask', 'keep-running', 'quit'] as const;
export type WhenWindowCloses = (typeof WHEN_WINDOW_CLOSES)[number];

export const THEMES = ['system', 'dark', 'light'] as const;
/** High contrast applies to the light and the dark theme: as the system prefers, never, always. */
export const CONTRASTS = ['system', 'normal', 'high'] as const;

/** The language of the interface: a fixed one, or the first of the system's that there is. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const;

/** CSS pixels. */
const paneSize = z.number().min(0).max(10_000).optional();
const folds = z.object({
	endpoints: z.boolean().optional(),
	timeline: z.boolean().optional(),
	inspector: z.boolean().optional(),
	composer: z.boolean().optional(),
});
/** What a person made of the panes; anything left out is as the window has room for it. */
const panes = z.object({
	/** The inspector has a width beside the traffic, and a height below it. */
	sizes: z.object({
		endpoints: paneSize,
		inspectorWidth: paneSize,
		inspectorHeight: paneSize,
		composer: paneSize,
	}),
	/** Folded (true) or not, in windows with as much room. */
	folded: z.object({ wide: folds, narrow: folds, small: folds }),
});
/** What was sent from the composer, newest first. */
const composerHistory = z
	.array(
		z.object({
			format: z.enum(['text', 'hex', 'escaped', 'base64']),
			lineEnding: z.enum(['none', 'lf', 'crlf', 'cr']),
			charset: z.enum(CHARSETS).default('utf-8'),
			text: z.string().max(4096),
			/** Places in double braces are filled in. */
			template: z.boolean().default(false),
		}),
	)
	.max(100);
/** Of a version whose workspaces had none: they are moved into the workspace at the next start. */
const filters = savedFiltersSchema;
/** Filters that were used, newest first. */
const filterHistory = z.array(z.string().min(1).max(LIMITS.filterChars)).max(LIMITS.recentFilters);
const sequences = z.array(sequenceSchema).max(LIMITS.savedSequences);
const theme = z.enum(THEMES);
const language = z.enum(LANGUAGE_CHOICES);
const contrast = z.enum(CONTRASTS);
/** A face by its name, empty for the system's, and a size in CSS px. */
const font = z.object({ face: z.string().max(100), size: z.number().int().min(10).max(24) });
const fonts = z.object({ interface: font, bytes: font });
/** Keys of commands that a person changed, as in `Ctrl+Shift+E`, by the command's name; empty for none. */
const keys = z.record(z.string().max(64), z.string().max(32));
const whenDiskFails = z.enum(WHEN_DISK_FAILS);
const whenWindowCloses = z.enum(WHEN_WINDOW_CLOSES);
/** The strip above the traffic. */
const timeline = z.object({
	open: z.boolean(),
	measure: z.enum(['bytes', 'events']),
	/** One line for each endpoint. */
	split: z.boolean(),
});
/** What the time column of the log shows: the time of day, the time since the first event, or since the row before. */
export const LOG_TIMES = ['absolute', 'relative', 'delta'] as const;
export type LogTime = (typeof LOG_TIMES)[number];
/** How the log previews payloads. */
export const LOG_PREVIEWS = ['text', 'hex', 'both'] as const;
export type LogPreview = (typeof LOG_PREVIEWS)[number];
/** The log's table. Columns are in their order; names of another version are left out by the window. */
const logTable = z.object({
	columns: z
		.array(
			z.object({
				/** `field:` and the name of a decoded field, as a filter writes it, for such a column. */
				name: z.string().max(256),
				/** Null: where there is room for it. */
				shown: z.boolean().nullable(),
				/** px; null: what fits usual contents. */
				width: z.number().int().min(16).max(4000).nullable(),
			}),
		)
		.max(64),
	time: z.enum(LOG_TIMES),
	preview: z.enum(LOG_PREVIEWS),
});
export type LogTable = z.infer<typeof logTable>;
/** MiB after which a capture goes on in a new file. */
const segmentMiB = z.number().int().min(1).max(2047);
/** GiB of the latest events that are kept; null: everything. */
const keepGiB = z.number().min(0.001).max(1_000_000).nullable();
/** Absolute path of the folder of new captures; null: that of the data folder. */
const capturesIn = z.string().min(1).max(LIMITS.pathChars).nullable();
/** Folders outside the data folder in which captures were made, newest first. */
const captureFolders = z.array(z.string().max(4096)).max(50);

/** Workspace files that were open, newest first: absolute paths. */
const recentWorkspaces = z.array(z.string().max(LIMITS.pathChars)).max(LIMITS.recentWorkspaces);
/** The workspace file that the next start opens; null: the untitled one of the data folder. */
const workspaceFile = z.string().max(LIMITS.pathChars).nullable();

/** How far a person is in a lesson. */
const keptLesson = z.object({
	/** The capture whose events are numbered here. */
	capture: z.string().max(LIMITS.idChars),
	/** The first event that counts for the lesson. */
	began: z.number().int().min(0),
	/** The event that showed each finished step; -1 for one of an earlier capture. */
	shown: z.array(z.number().int().min(-1)).max(8),
	/** The id of its endpoint, once a step has made one. */
	endpoint: z.string().max(LIMITS.idChars).optional(),
	/** It was gone through to its end, now or before. */
	finished: z.boolean(),
});
export type KeptLesson = z.infer<typeof keptLesson>;
const lessons = z.object({
	/** The open lesson; empty for their list, null for none. */
	open: z.string().max(64).nullable(),
	/** By the id of the lesson. */
	kept: z.record(z.string().max(64), keptLesson),
});

/** What Wirebench remembers for a person, between runs. */
export const settingsSchema = z.object({
	theme: theme.default('system'),
	contrast: contrast.default('system'),
	language: language.default('system'),
	fonts: fonts.default({ interface: { face: '', size: 13 }, bytes: { face: '', size: 12 } }),
	keys: keys.default({}),
	panes: panes.default({ sizes: {}, folded: { wide: {}, narrow: {}, small: {} } }),
	composerHistory: composerHistory.default([]),
	filters: filters.default([]),
	filterHistory: filterHistory.default([]),
	sequences: sequences.default([]),
	whenDiskFails: whenDiskFails.default('wait'),
	whenWindowCloses: whenWindowCloses.default('ask'),
	timeline: timeline.default({ open: true, measure: 'bytes', split: false }),
	logTable: logTable.default({ columns: [], time: 'absolute', preview: 'text' }),
	segmentMiB: segmentMiB.default(256),
	keepGiB: keepGiB.default(null),
	capturesIn: capturesIn.default(null),
	captureFolders: captureFolders.default([]),
	lessons: lessons.default({ open: null, kept: {} }),
	recentWorkspaces: recentWorkspaces.default([]),
	workspaceFile: workspaceFile.default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Without defaults: they would overwrite every key that an update leaves out. */
const settingsPatchSchema = z
	.object({
		captureFolders,
		capturesIn,
		composerHistory,
		contrast,
		filterHistory,
		filters,
		fonts,
		keepGiB,
		keys,
		language,
		lessons,
		logTable,
		panes,
		recentWorkspaces,
		segmentMiB,
		sequences,
		theme,
		timeline,
		whenDiskFails,
		whenWindowCloses,
		workspaceFile,
	})
	.partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

export const settingsCalls = {
	/** Replaces the given keys. */
	settingsUpdate: call('command', settingsPatchSchema, settingsSchema, ['disk']),
} as const;

export const settingsTopics = {
	/** All settings, again after each change. */
	settings: stateTopic(z.object({}), settingsSchema),
} as const;
