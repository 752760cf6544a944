import { z } from 'zod';
import { DIRECTIONS, EVENT_KINDS } from '../../capture/event.ts';
import { NAMED_TYPES } from '../../decode/named-field.ts';
import { ENDPOINT_KINDS } from '../../endpoints/shared/kinds.ts';
import { CHARSETS } from '../../payload/charsets/names.ts';
import { bytesSchema } from '../base/bytes.ts';
import { errorInfoSchema } from '../base/error-info.ts';
import { LIMITS } from '../base/limits.ts';
import { sentenceSchema } from '../base/sentence.ts';
import { call, stateTopic } from '../base/table.ts';
import { listedMessagesSchema, messageOfRowSchema } from '../config/listed-messages.ts';

/** Bytes from `from` up to, but without, `to`. */
export const placeSchema = z.object({ from: z.number().int(), to: z.number().int() });

/** One value of a decoded field. `plain`: a number or a truth; `none`: it has a meaning alone. */
export const fieldSaidSchema = z.object({
	type: z.enum(['plain', 'text', 'bytes', 'none']),
	/** The value in one line: bytes in hexadecimal. */
	text: z.string(),
	/** What it means: the name of a code, a date. */
	meaning: z.string().optional(),
	/** The text is only the begin of the value. */
	cut: z.boolean().optional(),
});
export type FieldSaid = z.infer<typeof fieldSaidSchema>;

/** One event as the log shows it. `n` is its position in the capture, from 0. */
export const captureRowSchema = z.object({
	n: z.number().int(),
	/** Wall clock, nanoseconds since 1970. */
	time: z.bigint(),
	/** Endpoint name at the time. */
	endpoint: z.string(),
	/** For an error or a reset: the kind of the endpoint. */
	endpointKind: z.enum(ENDPOINT_KINDS).optional(),
	/** Connection id, or 0 for an event of the endpoint itself. */
	connection: z.number().int(),
	kind: z.enum(EVENT_KINDS),
	direction: z.enum(DIRECTIONS),
	/** Of a `data` event: the charset of its endpoint at the time; left out: UTF-8. */
	charset: z.enum(CHARSETS).optional(),
	/** A `data` event is a message by itself, not a part of a stream. */
	datagram: z.literal(true).optional(),
	/** Payload bytes of a `data` event, else 0. */
	length: z.number().int(),
	/** The first bytes of the payload. */
	preview: bytesSchema,
	/** What happened, for every kind but `data`: an address, an errno, a sentence. */
	text: z.string(),
	/** The sentence that the text is, or contains. Absent where it has no code, as in captures of earlier versions. */
	says: sentenceSchema.optional(),
	/** Index of the first filter in `colours` of the query that finds it. */
	colour: z.number().int().optional(),
	/** Offset of the preview in the payload; left out: 0. */
	previewAt: z.number().int().optional(),
	/** What the decoded fields that the query names say, in its order: the values of each, the first few. Absent where nothing is decoded. */
	fields: z.array(z.array(fieldSaidSchema)).optional(),
	/** Places of what `sought` of the query looks for: in the payload, or in `text` as UTF-8. The first few. */
	places: z.array(placeSchema).optional(),
	/** In a list of messages: position of the item in the list. */
	item: z.number().int().optional(),
	/**
	 * In a list of messages, of a message: `n` and `time` are those of the event with its last byte, `length` and `preview` of the whole
	 * message with its delimiters.
	 */
	message: messageOfRowSchema.optional(),
});
export type CaptureRow = z.infer<typeof captureRowSchema>;

/** `received` = `stored` + bytes not yet on the disk + `dropped`. Rates are per second. */
export const captureStatusSchema = z.object({
	/** Changes when another capture replaces this one: positions start again. */
	id: z.string(),
	folder: z.string(),
	received: z.number(),
	stored: z.number(),
	dropped: z.number(),
	/** Position of the first event that still exists: earlier ones were deleted to keep the capture within its limit. */
	first: z.number(),
	/** Bytes on disk: segments and indexes. */
	size: z.number(),
	eventRate: z.number(),
	rateIn: z.number(),
	rateOut: z.number(),
	/** Set while the capture cannot be written. */
	error: errorInfoSchema.optional(),
});
export type CaptureStatus = z.infer<typeof captureStatusSchema>;

/**
 * Progress of a filter's scan. It is done when `scanned` equals `stored`, and continues when `stored` grows: both count events, also of a list of
 * messages.
 */
export const filterStateSchema = z.object({
	/** Events, or items, found among the first `scanned` events. */
	matched: z.number(),
	/** Matches that were deleted with their events: match `gone` is the first that can be requested. */
	gone: z.number(),
	scanned: z.number(),
	stored: z.number(),
	/** The list of matches is full and the scan has stopped: later matches are not in the list. */
	limited: z.boolean(),
	/** A person has stopped the scan at `scanned`; it can be resumed. */
	stopped: z.boolean(),
	/** Grows when the scan restarts, as when marks that the filter tests change: earlier matches are then invalid. */
	round: z.number(),
	/** Why the scan stopped, if it failed. */
	error: errorInfoSchema.optional(),
});
export type FilterState = z.infer<typeof filterStateSchema>;

/** Progress of a list of messages. It is complete when `scanned` equals `stored`, and continues when `stored` grows. */
export const messageListStateSchema = z.object({
	/** Items so far. */
	items: z.number(),
	/** Items that were deleted with their events: item `gone` is the first that can be requested. */
	gone: z.number(),
	/** Events of the capture that are in the list, of `stored`. */
	scanned: z.number(),
	stored: z.number(),
	/** Grows when the list restarts, as when its text is read in another charset: earlier items are then invalid. */
	round: z.number(),
	/** Why the list ended, if reading failed. */
	error: errorInfoSchema.optional(),
});
export type MessageListState = z.infer<typeof messageListStateSchema>;

export const filterSchema = z.string().min(1).max(LIMITS.filterChars);

/** The name of a decoded field as a filter writes it: `dns.question.name`. */
const fieldPathSchema = z.string().min(1).max(LIMITS.fieldPathChars);

/** The id of an open capture; left out: the live one. Any other id is refused with `not-found`. */
export const captureIdSchema = z.string().min(1).max(LIMITS.idChars).optional();

/** A capture cannot answer: there is none with this id, it is being opened or has failed, or its files cannot be read. */
export const CAPTURE_ERRORS = ['not-found', 'wrong-state', 'not-permitted', 'disk', 'closed'] as const;

/** A filter of the events, or of a list of messages. */
const filteredSchema = z.object({
	capture: captureIdSchema,
	messages: listedMessagesSchema.optional(),
	filter: filterSchema,
});

export const captureCalls = {
	/**
	 * Stored rows from position `from`; fewer than `count` at the end of the capture. With an active filter, `from` and
	 * `stored` count its matches instead of events. `colours` are filters, in order of precedence: each row has the first
	 * that finds it. `fields` are names of decoded fields, as a filter writes them: each row has their values. `sought` is a filter: it adds
	 * the places of what that looks for in content, and moves previews to the first. `messages`: rows of an active list of messages.
	 */
	captureRows: call(
		'query',
		z.object({
			capture: captureIdSchema,
			messages: listedMessagesSchema.optional(),
			from: z.number().int().min(0),
			count: z.number().int().min(1).max(LIMITS.rowsPerQuery),
			filter: filterSchema.optional(),
			colours: z.array(filterSchema).max(LIMITS.colourRules).optional(),
			sought: filterSchema.optional(),
			fields: z.array(fieldPathSchema).max(LIMITS.fieldColumns).optional(),
		}),
		z.object({
			rows: z.array(captureRowSchema),
			stored: z.number(),
			/** Wall clock of the capture's first event, ns, from which a filter's `time` counts; absent without events. */
			begin: z.bigint().optional(),
		}),
		CAPTURE_ERRORS,
	),
	/**
	 * The names of the decoded fields of some messages of a capture, as a filter writes them: those of most messages first. `messages`: of an
	 * active list of messages. Each call decodes for a moment, until it is `complete`; when the capture has grown, a call goes on.
	 */
	captureFields: call(
		'query',
		z.object({ capture: captureIdSchema, messages: listedMessagesSchema.optional() }),
		z.object({
			fields: z.array(z.object({ name: z.string(), type: z.enum(NAMED_TYPES) })),
			complete: z.boolean(),
		}),
		CAPTURE_ERRORS,
	),
	/**
	 * The item with byte `offset` of event `n` of the capture, or the first one after it: the number of items, where that is not
	 * in the list yet.
	 */
	captureItemAt: call(
		'query',
		z.object({
			capture: captureIdSchema,
			messages: listedMessagesSchema,
			n: z.number().int().min(0),
			offset: z.number().int().min(0).default(0),
		}),
		z.object({ item: z.number().int().min(0) }),
		CAPTURE_ERRORS,
	),
	/** The position of event `n` among the matches of an active filter: the index of the first match at or after it. */
	captureMatchAt: call(
		'query',
		filteredSchema.extend({ n: z.number().int().min(0) }),
		z.object({ index: z.number().int() }),
		CAPTURE_ERRORS,
	),
	/** Stops the scan of an active filter for all its subscribers and keeps the matches; or resumes it. */
	captureFilterStop: call('command', filteredSchema.extend({ stopped: z.boolean() }), z.null(), CAPTURE_ERRORS),
	/** Payload bytes of event `n`, or of an item of an active list of messages, from `offset`; fewer than `length` at its end. */
	captureBytes: call(
		'query',
		z.object({
			capture: captureIdSchema,
			messages: listedMessagesSchema.optional(),
			n: z.number().int().min(0),
			offset: z.number().int().min(0).default(0),
			length: z.number().int().min(1).max(LIMITS.bytesPerQuery),
		}),
		z.object({ bytes: bytesSchema, total: z.number().int() }),
		CAPTURE_ERRORS,
	),
} as const;

export const captureTopics = {
	/** How large a capture is, and how fast it grows. */
	captureStatus: stateTopic(z.object({ capture: captureIdSchema }), captureStatusSchema),
	/** A list of messages is active while it has a subscriber. */
	captureMessages: stateTopic(
		z.object({ capture: captureIdSchema, messages: listedMessagesSchema }),
		messageListStateSchema,
	),
	/**
	 * A filter is active while it has a subscriber, and its list of messages with it. An invalid filter is refused with `bad-input` and a
	 * position.
	 */
	captureFilter: stateTopic(filteredSchema, filterStateSchema),
} as const;
