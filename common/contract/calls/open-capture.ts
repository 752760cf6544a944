import { z } from 'zod';
import { errorInfoSchema } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { call, topic } from '../base/table.ts';

/**
 * `live`: this Wirebench writes it. `stored`: it was written before. `growing`: another process writes it at present.
 * `imported`: it was made from a file of another program.
 */
export const CAPTURE_KINDS = ['live', 'stored', 'growing', 'imported'] as const;

const idSchema = z.string().min(1).max(LIMITS.idChars);

/** A capture that can be looked at, or is on its way to that. */
export const openCaptureSchema = z.object({
	id: idSchema,
	/** Its name for people: that of its file or folder. */
	title: z.string(),
	/** Path of the folder or file, on the machine of the host. For an upload its name. */
	source: z.string(),
	kind: z.enum(CAPTURE_KINDS),
	/** Bytes and events there were when this was told; `captureStatus` goes on telling. */
	size: z.number(),
	events: z.number(),
	/** Bytes looked at of all there are; set while it is being opened. */
	progress: z.object({ done: z.number(), total: z.number() }).optional(),
	/** Sentences for people about what is not as it should be; kept until they are dismissed. */
	warnings: z.array(z.string()),
	/** Why it could not be opened. It stays in the list until it is closed. */
	error: errorInfoSchema.optional(),
});
export type OpenCapture = z.infer<typeof openCaptureSchema>;

const byId = z.object({ id: idSchema });

export const openingCalls = {
	/**
	 * Begins to open a capture folder, or a file of whatever program. Answers at once; how it goes on is in `captures`. One
	 * that is open already is given again.
	 */
	openCapture: call('command', z.object({ path: z.string().min(1).max(LIMITS.pathChars) }), byId, [
		'not-found',
		'not-permitted',
		'disk',
	]),
	/**
	 * Closes an opened capture, or gives its opening up. What was opened stays; what was made to look at it goes, but for the
	 * copy of another program's file that has got marks or notes: `kept` is the folder that it is in from now on.
	 */
	closeCapture: call('command', byId, z.object({ kept: z.string().optional() }), ['not-found', 'wrong-state', 'disk']),
	/** The warnings of a capture have been read. */
	dismissCaptureWarnings: call('command', byId, z.null(), ['not-found']),
	/** Has a person choose a file in the host's own dialog; no path when they did not. Where `openDialog` is a capability. */
	chooseCapture: call('command', z.object({}), z.object({ path: z.string().optional() }), ['unavailable']),
} as const;

const openCapturesSchema = z.array(openCaptureSchema);

export const openingTopics = {
	/** The open captures, the live one first. Each word about them is the whole list. */
	captures: topic(z.object({}), openCapturesSchema, openCapturesSchema),
} as const;
