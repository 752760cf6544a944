import { z } from 'zod';
import { tlsFailureSchema } from './tls-failure.ts';

/** Every error code that can cross the contract. Nothing else is ever sent. */
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
	'wrong-state',
	'unavailable',
	'disk',
	'tls',
	'disconnected',
	'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Who holds a port. Fields are absent where the system does not tell (another user's process, say). */
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
 * What can be looked at when a socket has failed. `probe`: whether the port is open. `addresses`: the interfaces of this
 * machine. `owner`: who holds the port. `other-family`: the same with the other kind of address.
 */
export const CHECKS = ['probe', 'addresses', 'owner', 'other-family'] as const;
export type Check = (typeof CHECKS)[number];

/** What became of one address that was tried. */
export const connectAttemptSchema = z.object({
	address: z.string(),
	/** Node's own code; absent for what is no error of the system. */
	errno: z.string().optional(),
	/** Milliseconds until it failed. */
	ms: z.number(),
});
export type ConnectAttempt = z.infer<typeof connectAttemptSchema>;

/** Structured details beside the sentence; each code fills what it has. */
export const errorDetailsSchema = z.object({
	/** Where in the input the fault is, as in `config.port` or `responder.rules[2].match`. */
	path: z.string().optional(),
	/** Zero-based character offset inside the faulty text. */
	position: z.number().int().optional(),
	/** In a script, from 1. */
	line: z.number().int().optional(),
	column: z.number().int().optional(),
	/** Node's own code, as in `ECONNREFUSED`. */
	errno: z.string().optional(),
	/** The platform's error number, as `connect_ex` returns it: positive, but negative for names on Linux, as getaddrinfo's. */
	errnoNumber: z.number().int().optional(),
	syscall: z.string().optional(),
	address: z.string().optional(),
	port: z.number().int().optional(),
	/** Every address of a host that was tried, in order. */
	attempts: z.array(connectAttemptSchema).optional(),
	owners: z.array(portOwnerSchema).optional(),
	/**
	 * Closed connections that keep a port which no process has: how many, and in how many milliseconds, at the latest, the system
	 * lets go of the last of them, where it says so.
	 */
	closing: z.object({ connections: z.number().int(), goneInMs: z.number().optional() }).optional(),
	freePort: z.number().int().optional(),
	/** The path is that of a Unix socket which nothing listens on any more. */
	stale: z.boolean().optional(),
	/** Why TLS did not come about. */
	tls: tlsFailureSchema.optional(),
	/** What the person can try next, one sentence. */
	hint: z.string().optional(),
	/** What can be looked at, the most telling first. */
	checks: z.array(z.enum(CHECKS)).optional(),
});
export type ErrorDetails = z.infer<typeof errorDetailsSchema>;

/** An error as it travels and as it is kept in state. `message` is a sentence for people. */
export const errorInfoSchema = z.object({
	code: z.enum(ERROR_CODES),
	message: z.string(),
	details: errorDetailsSchema.default({}),
});
export type ErrorInfo = z.infer<typeof errorInfoSchema>;

/** The one error class that handlers throw and callers receive. */
export class WirebenchError extends Error {
	override readonly name = 'WirebenchError';
	readonly code: ErrorCode;
	readonly details: ErrorDetails;

	constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
		super(message);
		this.code = code;
		this.details = details;
	}

	/** The same with more details. */
	with(details: ErrorDetails): WirebenchError {
		return new WirebenchError(this.code, this.message, { ...this.details, ...details });
	}

	/** The plain form for the wire or for state. */
	toInfo(): ErrorInfo {
		return { code: this.code, message: this.message, details: this.details };
	}

	static fromInfo(info: ErrorInfo): WirebenchError {
		return new WirebenchError(info.code, info.message, info.details);
	}
}
