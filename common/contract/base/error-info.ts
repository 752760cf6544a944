import { z } from 'zod';
import { sentenceSchema } from './sentence.ts';
import { tlsFailureSchema } from './tls-failure.ts';

/** Every error code that can cross the contract. No other code is sent. */
export const ERROR_CODES = [
	'bad-input',
	'not-found',
	'unknown-call',
	'address-in-use',
	'address-not-available',
	'refused',
	'timeout',
	'unreachable',
	'name-not-found',
	'reset',
	'closed',
	'too-large',
	'not-permitted',
	'unconfirmed',
	'wrong-state',
	'unavailable',
	'disk',
	'tls',
	'disconnected',
	'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Who holds a port. Fields are absent where the system does not report them (for another user's process, say). */
export const portOwnerSchema = z.object({
	address: z.string(),
	port: z.number().int(),
	pid: z.number().int().optional(),
	process: z.string().optional(),
	user: z.string().optional(),
	/** Set when the owner is an endpoint of this Wirebench. */
	endpoint: z.string().optional(),
});
export type PortOwner = z.infer<typeof portOwnerSchema>;

/**
 * Checks that help after a socket failed. `probe`: whether the port is open. `addresses`: the interfaces of this
 * machine. `owner`: who holds the port. `other-family`: the same with the other address family.
 */
export const CHECKS = ['probe', 'addresses', 'owner', 'other-family'] as const;
export type Check = (typeof CHECKS)[number];

/** The result for one address that was tried. */
export const connectAttemptSchema = z.object({
	address: z.string(),
	/** Node's own code; absent where the system reported no error. */
	errno: z.string().optional(),
	/** Milliseconds until it failed. */
	ms: z.number(),
});
export type ConnectAttempt = z.infer<typeof connectAttemptSchema>;

/** A variable of the environment that a workspace file names, and that no person has allowed it yet. */
export const environmentUseSchema = z.object({
	variable: z.string(),
	/** What names it, for people: `endpoint client`. */
	by: z.string(),
	/** Where its value goes, for people: `10.0.0.1:1080`. */
	to: z.string(),
});
export type EnvironmentUse = z.infer<typeof environmentUseSchema>;

/** Structured details beside the sentence; each code fills what it has. */
export const errorDetailsSchema = z.object({
	/** Path of the faulty part of the input, as in `config.port` or `responder.rules[2].match`. */
	path: z.string().optional(),
	/** Zero-based character offset inside the faulty text. */
	position: z.number().int().optional(),
	/** In a script, from 1. */
	line: z.number().int().optional(),
	column: z.number().int().optional(),
	/** Node's own code, as in `ECONNREFUSED`. */
	errno: z.string().optional(),
	/** The platform's error number, as `connect_ex` returns it: positive; negative for name errors on Linux (getaddrinfo's). */
	errnoNumber: z.number().int().optional(),
	syscall: z.string().optional(),
	address: z.string().optional(),
	port: z.number().int().optional(),
	/** Every address of a host that was tried, in order. */
	attempts: z.array(connectAttemptSchema).optional(),
	owners: z.array(portOwnerSchema).optional(),
	/**
	 * Closed connections that keep a port which no process holds: how many, and the milliseconds until the system
	 * releases the last of them, where it reports that.
	 */
	closing: z.object({ connections: z.number().int(), goneInMs: z.number().optional() }).optional(),
	freePort: z.number().int().optional(),
	/** The path belongs to a Unix socket that nothing listens on any more. */
	stale: z.boolean().optional(),
	/** With `unconfirmed`: what a person has to allow, by `workspaceAllowEnvironment`. */
	environment: z.array(environmentUseSchema).optional(),
	/** Why TLS failed. */
	tls: tlsFailureSchema.optional(),
	/** The sentence that `message` and `hint` are, or contain. Absent where it has no code yet. */
	says: sentenceSchema.optional(),
	/** What the person can try next, one sentence. */
	hint: z.string().optional(),
	/** Checks that can help, the most useful first. */
	checks: z.array(z.enum(CHECKS)).optional(),
});
export type ErrorDetails = z.infer<typeof errorDetailsSchema>;

/** An error as it is sent and as it is kept in state. `message` is a sentence for people. */
export const errorInfoSchema = z.object({
	code: z.enum(ERROR_CODES),
	message: z.string(),
	details: errorDetailsSchema.default({}),
});
export type ErrorInfo = z.infer<typeof errorInfoSchema>;
