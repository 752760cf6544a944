import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import { call, topic } from '../base/table.ts';

/**
 * `live`: this Wirebench writes it. `written`: another process does. `unclosed`: whoever wrote it was ended before it
 * could close it; opening brings it in order. `unreadable`: the system does not let us look at it.
 */
export const LIBRARY_STATES = ['live', 'written', 'closed', 'unclosed', 'unreadable'] as const;

const folderSchema = z.string().min(1).max(LIMITS.pathChars);

/** A capture on disk, as far as can be told without reading it. */
export const storedCaptureSchema = z.object({
	folder: z.string(),
	state: z.enum(LIBRARY_STATES),
	/** Bytes on disk. */
	size: z.number(),
	events: z.number(),
	/** Times of the first and the last event, nanoseconds since 1970; absent where there is none. */
	from: z.bigint().optional(),
	to: z.bigint().optional(),
	/** Names of endpoints of its first and its last events. */
	endpoints: z.array(z.string()),
	/** Why it could not be looked at. */
	problem: z.string().optional(),
});
export type StoredCapture = z.infer<typeof storedCaptureSchema>;

export const captureLibrarySchema = z.object({
	/** The folder that new captures are put into. */
	folder: z.string(),
	captures: z.array(storedCaptureSchema),
	/** The list is being made: so many of so many folders were looked at. */
	looking: z.object({ done: z.number(), total: z.number() }).optional(),
	/** What the live capture keeps to now: MiB of a segment, GiB of the whole or null for no limit. */
	limits: z.object({ segmentMiB: z.number(), keepGiB: z.number().nullable() }),
});
export type CaptureLibrary = z.infer<typeof captureLibrarySchema>;

/** What takes captures away can be undone with `captureUndelete` for `LIMITS.undoMs` milliseconds. */
const undoSchema = z.string().min(1).max(LIMITS.idChars);

export const libraryCalls = {
	/**
	 * Ends the live capture and begins another in a folder of its own, while endpoints and connections go on. Where nothing
	 * was captured yet the live one stays.
	 */
	captureNew: call('command', z.object({}), z.object({ id: z.string(), folder: z.string() }), [
		'disk',
		'wrong-state',
		'closed',
	]),
	/**
	 * The same, and the capture that was live is deleted. Where the disk was full it goes at once, to make room; there is
	 * then no `undo`, nor where nothing was captured.
	 */
	captureClear: call('command', z.object({}), z.object({ undo: undoSchema.optional(), events: z.number() }), [
		'disk',
		'wrong-state',
		'closed',
		'not-permitted',
	]),
	/** Deletes captures that nobody writes; those that stay are told of with why. One that is open is closed. */
	captureDelete: call(
		'command',
		z.object({ folders: z.array(folderSchema).min(1).max(LIMITS.capturesPerCall) }),
		z.object({
			undo: undoSchema.optional(),
			deleted: z.number(),
			size: z.number(),
			kept: z.array(z.object({ folder: z.string(), why: z.string() })),
		}),
		[],
	),
	/** Brings back what was deleted. `not-found` when its time is over. */
	captureUndelete: call('command', z.object({ undo: undoSchema }), z.object({ folders: z.array(z.string()) }), [
		'not-found',
		'not-permitted',
		'disk',
	]),
	/** Looks at the folders again: other processes have captures too. */
	captureLibraryLook: call('command', z.object({}), z.null(), []),
} as const;

export const libraryTopics = {
	/** All captures that are known of. Each word about them is the whole list. */
	captureLibrary: topic(z.object({}), captureLibrarySchema, captureLibrarySchema),
} as const;
