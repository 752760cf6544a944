import { z } from 'zod';
import { connectionIdSchema } from '../base/address.ts';
import { errorInfoSchema } from '../base/error-info.ts';
import { INPUT_SENTENCES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';
import { call, stateTopic } from '../base/table.ts';
import { listedMessagesSchema } from '../config/listed-messages.ts';
import { captureIdSchema, filterSchema } from './capture.ts';

/** Export formats, in the order in which the dialog lists them. docs/export-formats.md describes them byte by byte. */
export const EXPORT_FORMATS = ['pcapng', 'jsonl', 'csv', 'text', 'raw', 'c'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats that contain only the bytes of `data` events. */
export const BYTE_FORMATS: readonly ExportFormat[] = ['raw', 'c'];

/** Formats that list events, so that messages can be in place of them. */
export const LIST_FORMATS = ['jsonl', 'csv', 'text'] as const satisfies readonly ExportFormat[];
export type ListFormat = (typeof LIST_FORMATS)[number];

export function isListFormat(format: ExportFormat): format is ListFormat {
	return LIST_FORMATS.some((known) => known === format);
}

/** Formats that have columns, or keys, for decoded fields. */
export const FIELD_FORMATS: readonly ExportFormat[] = ['jsonl', 'csv'];

/** The file extension and media type of each format. */
export const EXPORT_FILES: Readonly<Record<ExportFormat, { readonly extension: string; readonly type: string }>> = {
	pcapng: { extension: 'pcapng', type: 'application/octet-stream' },
	jsonl: { extension: 'jsonl', type: 'application/jsonl; charset=utf-8' },
	csv: { extension: 'csv', type: 'text/csv; charset=utf-8; header=present' },
	text: { extension: 'txt', type: 'text/plain; charset=utf-8' },
	raw: { extension: 'bin', type: 'application/octet-stream' },
	c: { extension: 'h', type: 'text/x-c; charset=utf-8' },
};

const position = z.number().int().min(0);

/** Which events an export contains: all that are stored now, minus what each field excludes. */
export const exportScopeSchema = z.object({
	/** The messages of streams in place of events; only for a format that lists them. Without `framing` and `tried`: those in the capture. */
	messages: listedMessagesSchema.optional(),
	filter: filterSchema.optional(),
	/** Positions in the capture, or in the list of messages: the first, and the one behind the last. */
	range: z
		.object({ from: position, to: position })
		.refine(({ from, to }) => from <= to, INPUT_SENTENCES.rangeOrder)
		.optional(),
	connection: connectionIdSchema.optional(),
	/** Only data of this direction. */
	direction: z.enum(['in', 'out']).optional(),
	/** Decoded fields to add to each data, by their names as filters write them; only for a format that has columns. */
	fields: z.array(z.string().max(LIMITS.filterChars)).max(LIMITS.fieldColumns).optional(),
});
export type ExportScope = z.infer<typeof exportScopeSchema>;

/**
 * Destination. `path`: a file on the host's machine, at a path that `chooseSavePath` returned (`not-permitted`
 * otherwise); an existing file is refused with `wrong-state` and the errno `EEXIST` unless replacing is allowed.
 * `download`: the page can fetch the file once, at the address in the result.
 */
const destinationSchema = z.discriminatedUnion('type', [
	z.object({
		type: z.literal('path'),
		path: z.string().min(1).max(LIMITS.pathChars),
		replace: z.boolean().default(false),
	}),
	z.object({ type: z.literal('download'), name: z.string().min(1).max(LIMITS.nameChars) }),
]);
export type ExportDestination = z.infer<typeof destinationSchema>;

const EXPORT_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;

export const exportJobSchema = z.object({
	id: z.string(),
	format: z.enum(EXPORT_FORMATS),
	/** Name of the file, without its folder. */
	name: z.string(),
	/** Absent for a download. */
	path: z.string().optional(),
	/** `waiting`: a download that has not been fetched yet. */
	state: z.enum(EXPORT_STATES),
	/** Events looked at so far, of `total`. */
	done: z.number(),
	total: z.number(),
	/** Events, and bytes of the file, written so far. */
	events: z.number(),
	bytes: z.number(),
	/** Sentences about parts that are missing because the capture is damaged there. */
	warnings: z.array(z.string()).optional(),
	/** Why it failed. */
	error: errorInfoSchema.optional(),
});
export type ExportJob = z.infer<typeof exportJobSchema>;

const jobsSchema = z.object({ jobs: z.array(exportJobSchema) });

export const exportCalls = {
	/** Starts an export of what is stored at this moment and returns at once; the topic `exports` reports progress. */
	startExport: call(
		'command',
		exportScopeSchema.extend({
			capture: captureIdSchema,
			format: z.enum(EXPORT_FORMATS),
			/** For a C array: one array for all events instead of one for each. */
			joined: z.boolean().default(false),
			destination: destinationSchema,
		}),
		z.object({
			job: z.string(),
			/** The download's address on the page's own host; valid once, for a minute. */
			download: z.string().optional(),
		}),
		['not-found', 'wrong-state', 'disk', 'not-permitted', 'unavailable', 'closed'],
	),
	/** Stops an export and removes the file so far. Does nothing for one that has ended. */
	cancelExport: call('command', z.object({ job: z.string().max(LIMITS.idChars) }), z.null(), ['not-found']),
	/** Opens the system's save dialog; no path when the person cancels it. */
	chooseSavePath: call(
		'command',
		z.object({ name: z.string().min(1).max(LIMITS.nameChars) }),
		z.object({ path: z.string().optional() }),
		['unavailable'],
	),
} as const;

export const exportTopics = {
	/** The exports that run and the last that have ended, oldest first. Each message is the whole list. */
	exports: stateTopic(z.object({}), jobsSchema),
} as const;
