import { z } from 'zod';
import { connectionIdSchema } from '../base/address.ts';
import { errorInfoSchema } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { call, topic } from '../base/table.ts';
import { captureIdSchema, filterSchema } from './capture.ts';

/** What an export is written as, in the order in which they are offered. docs/export-formats.md has them byte by byte. */
export const EXPORT_FORMATS = ['pcapng', 'jsonl', 'csv', 'text', 'raw', 'c'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats that hold the bytes of `data` events and nothing else. */
export const BYTE_FORMATS: readonly ExportFormat[] = ['raw', 'c'];

/** What a file of each format is called and served as. */
export const EXPORT_FILES: Readonly<Record<ExportFormat, { readonly extension: string; readonly type: string }>> = {
	pcapng: { extension: 'pcapng', type: 'application/octet-stream' },
	jsonl: { extension: 'jsonl', type: 'application/jsonl; charset=utf-8' },
	csv: { extension: 'csv', type: 'text/csv; charset=utf-8; header=present' },
	text: { extension: 'txt', type: 'text/plain; charset=utf-8' },
	raw: { extension: 'bin', type: 'application/octet-stream' },
	c: { extension: 'h', type: 'text/x-c; charset=utf-8' },
};

const position = z.number().int().min(0);

/** Which events go into an export: all that are stored now, less what each of these leaves out. */
export const exportScopeSchema = z.object({
	filter: filterSchema.optional(),
	/** Positions in the capture: the first, and the one behind the last. */
	range: z
		.object({ from: position, to: position })
		.refine(({ from, to }) => from <= to, 'A range ends where it begins or later.')
		.optional(),
	connection: connectionIdSchema.optional(),
	/** Only what went this way. */
	direction: z.enum(['in', 'out']).optional(),
});
export type ExportScope = z.infer<typeof exportScopeSchema>;

/**
 * Where it goes. `path`: a file on the machine that Wirebench runs on, one that `chooseSavePath` gave (`not-permitted`
 * otherwise); one that is there already is refused with `wrong-state` and the errno `EEXIST` unless it may be replaced. `download`: the address that the answer names has it,
 * once, for the page.
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
	/** Sentences about what is not in it, because the capture is damaged there. */
	warnings: z.array(z.string()).optional(),
	/** Why it failed. */
	error: errorInfoSchema.optional(),
});
export type ExportJob = z.infer<typeof exportJobSchema>;

const jobsSchema = z.object({ jobs: z.array(exportJobSchema) });

export const exportCalls = {
	/** Begins an export of what is stored at this moment. It goes on by itself: the topic `exports` tells how far it is. */
	startExport: call(
		'command',
		exportScopeSchema.extend({
			capture: captureIdSchema,
			format: z.enum(EXPORT_FORMATS),
			/** Of a C array: one for all events instead of one for each. */
			joined: z.boolean().default(false),
			destination: destinationSchema,
		}),
		z.object({
			job: z.string(),
			/** Where a download is to be fetched from, on the page's own host; good once, and for a minute. */
			download: z.string().optional(),
		}),
		['not-found', 'wrong-state', 'disk', 'not-permitted', 'unavailable'],
	),
	/** Stops an export and removes what it has written. Nothing happens to one that has ended. */
	cancelExport: call('command', z.object({ job: z.string().max(LIMITS.idChars) }), z.null(), ['not-found']),
	/** Asks the person for a place with the system's own dialog; no path when none is chosen. */
	chooseSavePath: call(
		'command',
		z.object({ name: z.string().min(1).max(LIMITS.nameChars) }),
		z.object({ path: z.string().optional() }),
		['unavailable'],
	),
} as const;

export const exportTopics = {
	/** The exports that run and the last that have ended, oldest first: whole each time. */
	exports: topic(z.object({}), jobsSchema, jobsSchema),
} as const;
