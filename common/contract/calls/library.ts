import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import { call, stateTopic } from '../base/table.ts';

/**
 * `live`: this Wirebench writes it. `written`: another process writes it. `unclosed`: the writing process ended before
 * it closed the capture; opening it repairs it. `unreadable`: the system denies access.
 */
export const LIBRARY_STATES = ['live', 'written', 'closed', 'unclosed', 'unreadable'] as const;

const folderSchema = z.string().min(1).max(LIMITS.pathChars);

/** A capture on disk: what is known without reading it. */
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
	/** Why it could not be read. */
	problem: z.string().optional(),
});
export type StoredCapture = z.infer<typeof storedCaptureSchema>;

export const captureLibrarySchema = z.object({
	/** The folder for new captures. */
	folder: z.string(),
	captures: z.array(storedCaptureSchema),
	/** Set while the list is being built: folders read, of the total. */
	looking: z.object({ done: z.number(), total: z.number() }).optional(),
	/** The current limits of the live capture: MiB per segment, GiB in total or null for no limit. */
	limits: z.object({ segmentMiB: z.number(), keepGiB: z.number().nullable() }),
});
export type CaptureLibrary = z.infer<typeof captureLibrarySchema>;

/** A deletion can be undone with `captureUndelete` for `LIMITS.undoMs` milliseconds. */
const undoSchema = z.string().min(1).max(LIMITS.idChars);

export const libraryCalls = {
	/**
	 * Ends the live capture and starts another in a folder of its own; endpoints and connections continue. A live capture
	 * without events is kept.
	 */
	captureNew: call('command', z.object({}), z.object({ id: z.string(), folder: z.string() }), [
		'disk',
		'wrong-state',
		'closed',
	]),
	/**
	 * Like `captureNew`, and deletes the capture that was live. With a full disk it is deleted at once to make room,
	 * without `undo`; there is no `undo` for an empty capture either.
	 */
	captureClear: call('command', z.object({}), z.object({ undo: undoSchema.optional(), events: z.number() }), [
		'disk',
		'wrong-state',
		'closed',
		'not-permitted',
	]),
	/** Deletes captures that no process writes; the result lists those that were kept, and why. An open one is closed. */
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
	/** Restores what was deleted. `not-found` when the time for it is over. */
	captureUndelete: call('command', z.object({ undo: undoSchema }), z.object({ folders: z.array(z.string()) }), [
		'not-found',
		'not-permitted',
		'disk',
	]),
	/** Reads the capture folders again: other processes create captures too. */
	captureLibraryLook: call('command', z.object({}), z.null(), []),
} as const;

export const libraryTopics = {
	/** All known captures. Each message is the whole list. */
	captureLibrary: stateTopic(z.object({}), captureLibrarySchema),
} as const;
