import { z } from 'zod';
import { connectionIdSchema, endpointIdSchema } from '../base/address.ts';
import { errorInfoSchema } from '../base/error-info.ts';
import { INPUT_SENTENCES, NUMBER_HEADER_BYTES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';
import { call, topic } from '../base/table.ts';
import { numberingSchema } from '../config/numbering.ts';

/** How the receiver of a stream finds a message's end: it knows the size, or the message is preceded by its length (big-endian). */
export const GENERATOR_FRAMINGS = ['fixed', 'length2', 'length4'] as const;
export type GeneratorFraming = (typeof GENERATOR_FRAMINGS)[number];

const wholeCount = INPUT_SENTENCES.messageCount;

/** What is sent, and how fast. */
export const generatorPlanSchema = z.object({
	/** Messages per second; 0: as fast as possible. */
	rate: z
		.number(INPUT_SENTENCES.messageRate)
		.min(0, INPUT_SENTENCES.messageRateLeast)
		.max(10_000_000, INPUT_SENTENCES.messageRateMost)
		.default(1000),
	/** Total number of messages; 0: unlimited. */
	count: z.number(wholeCount).int(wholeCount).min(0, wholeCount).max(1e15).default(0),
	/** Bytes of a message with its header. A text keeps its own length. */
	size: z
		.number(INPUT_SENTENCES.messageSize)
		.int(INPUT_SENTENCES.messageSize)
		.min(NUMBER_HEADER_BYTES, INPUT_SENTENCES.messageSizeLeast)
		.max(LIMITS.datagramBytes, INPUT_SENTENCES.messageSizeMost)
		.default(64),
	numbering: numberingSchema.default({ type: 'header' }),
	/** On a stream. */
	framing: z.enum(GENERATOR_FRAMINGS).default('fixed'),
	/** In the header; left out: random. */
	stream: z.number().int().min(0).max(0xffff_ffff).optional(),
});
export type GeneratorPlan = z.infer<typeof generatorPlanSchema>;

const requestSchema = z.object({
	endpoint: endpointIdSchema,
	/** One connection. Left out: a UDP socket sends to `to` or its remote, other kinds use the only open connection. */
	connection: connectionIdSchema.optional(),
	to: z.object({ host: z.string().trim().min(1).max(255), port: z.number().int().min(1).max(65535) }).optional(),
	plan: generatorPlanSchema,
});
export type GeneratorRequest = z.infer<typeof requestSchema>;

export const GENERATOR_STATUSES = ['running', 'done', 'stopped', 'failed'] as const;

export const generatorRunSchema = z.object({
	id: z.string(),
	endpoint: endpointIdSchema,
	connection: connectionIdSchema,
	/** The destination, for people. */
	target: z.string(),
	plan: generatorPlanSchema,
	/** The id in the headers. */
	stream: z.number().int(),
	status: z.enum(GENERATOR_STATUSES),
	/** Messages that the kernel has taken, and their bytes. */
	sent: z.number(),
	bytes: z.number(),
	/** Messages that the kernel refused: their numbers are missing at the receiver. */
	errors: z.number(),
	/** The latest refusal. */
	lastError: errorInfoSchema.optional(),
	/** Milliseconds since the start, up to the end. */
	elapsedMs: z.number(),
	/** Messages per second over the last second; over the whole run once it has ended. */
	rate: z.number(),
	/** How far it is behind its schedule, in milliseconds; 0 without one. */
	behindMs: z.number(),
	/** Why it failed. */
	error: errorInfoSchema.optional(),
});
export type GeneratorRun = z.infer<typeof generatorRunSchema>;

export const generatorCalls = {
	/** Starts sending. Each connection can have one run at a time. */
	generatorStart: call('command', requestSchema, generatorRunSchema, [
		'not-found',
		'wrong-state',
		'too-large',
		'name-not-found',
		'address-not-available',
		'unreachable',
	]),
	/** Stops sending. */
	generatorStop: call('command', z.object({ id: z.string() }), generatorRunSchema, ['not-found']),
} as const;

export const generatorTopics = {
	/** All running and the latest ended runs, then those that changed, at most five times a second. */
	generators: topic(
		z.object({}),
		z.object({ runs: z.array(generatorRunSchema) }),
		z.object({ runs: z.array(generatorRunSchema), removed: z.array(z.string()) }),
	),
} as const;
