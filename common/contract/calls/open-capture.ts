import { z } from 'zod';
import { CHARSETS } from '../../payload/charsets/names.ts';
import { errorInfoSchema } from '../base/error-info.ts';
import { LIMITS } from '../base/limits.ts';
import { call, stateTopic } from '../base/table.ts';

/**
 * `live`: this Wirebench writes it. `stored`: it is complete. `growing`: another process is writing it. `imported`: it
 * was converted from another program's file.
 */
export const CAPTURE_KINDS = ['live', 'stored', 'growing', 'imported'] as const;

const idSchema = z.string().min(1).max(LIMITS.idChars);

/** A capture that is open or is being opened. */
export const openCaptureSchema = z.object({
	id: idSchema,
	/** Its name for people: that of its file or folder. */
	title: z.string(),
	/** Path of the folder or file, on the machine of the host. For an upload its name. */
	source: z.string(),
	kind: z.enum(CAPTURE_KINDS),
	/** Bytes and events at the time of this message; `captureStatus` reports changes. */
	size: z.number(),
	events: z.number(),
	/** Bytes read, of the total; set while it is being opened. */
	progress: z.object({ done: z.number(), total: z.number() }).optional(),
	/** Sentences for people about problems in the file; kept until they are dismissed. */
	warnings: z.array(z.string()),
	/** The charsets that a person has chosen for the text of an opened one, by the name of the endpoint. */
	charsets: z.record(z.string(), z.enum(CHARSETS)).optional(),
	/** Why it could not be opened. It stays in the list until it is closed. */
	error: errorInfoSchema.optional(),
});
export type OpenCapture = z.infer<typeof openCaptureSchema>;

const byId = z.object({ id: idSchema });

export const openingCalls = {
	/**
	 * Starts to open a capture folder or a file of any program. Returns at once; `captures` reports progress. A capture
	 * that is already open is returned again. A relative path begins in the folder of the workspace file.
	 */
	openCapture: call('command', z.object({ path: z.string().min(1).max(LIMITS.pathChars) }), byId, [
		'not-found',
		'not-permitted',
		'disk',
	]),
	/**
	 * Closes an open capture, or cancels opening it. The source stays. The copy made for viewing is deleted, except the
	 * copy of another program's file that has marks or notes: `kept` is the folder where it is stored from now on.
	 */
	closeCapture: call('command', byId, z.object({ kept: z.string().optional() }), ['not-found', 'wrong-state', 'disk']),
	/**
	 * Reads the text of an endpoint in another charset until the capture is closed: rows, filters, searches, the conversation
	 * and exports. `endpoint` is its name. Fails with `wrong-state` for the live capture, which `endpointSetCharset` is for.
	 */
	captureSetCharset: call(
		'command',
		byId.extend({ endpoint: z.string().max(LIMITS.nameChars), charset: z.enum(CHARSETS) }),
		z.null(),
		['not-found', 'wrong-state'],
	),
	/** Dismisses the warnings of a capture. */
	dismissCaptureWarnings: call('command', byId, z.null(), ['not-found']),
	/** Opens the host's file dialog; no path when the person cancels it. Only where `openDialog` is a capability. */
	chooseCapture: call('command', z.object({}), z.object({ path: z.string().optional() }), ['unavailable']),
} as const;

const openCapturesSchema = z.array(openCaptureSchema);

export const openingTopics = {
	/** The open captures, the live one first. Each message is the whole list. */
	captures: stateTopic(z.object({}), openCapturesSchema),
} as const;
