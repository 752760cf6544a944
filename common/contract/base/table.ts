import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/** Codes that any call can fail with: the protocol itself uses them. */
export const COMMON_ERRORS = [
	'bad-input',
	'unknown-call',
	'too-large',
	'unavailable',
	'disconnected',
	'internal',
] as const satisfies readonly ErrorCode[];

/**
 * One row of the contract. A query changes nothing, so that a client sends it again when the connection is lost before its
 * answer; a command is never sent twice.
 */
export interface CallSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
	readonly type: 'command' | 'query';
	readonly input: I;
	readonly output: O;
	/** Codes that it can fail with, besides COMMON_ERRORS. A server reports any other as a fault. */
	readonly errors: readonly ErrorCode[];
}

/** A stream of state: one snapshot, then deltas, without a gap between. */
export interface TopicSpec<
	P extends z.ZodType = z.ZodType,
	S extends z.ZodType = z.ZodType,
	D extends z.ZodType = z.ZodType,
> {
	readonly params: P;
	readonly snapshot: S;
	readonly delta: D;
	/** Each delta is the whole state: a client that is behind needs the latest one alone. */
	readonly isWhole: boolean;
}

export function call<I extends z.ZodType, O extends z.ZodType>(
	type: 'command' | 'query',
	input: I,
	output: O,
	errors: readonly ErrorCode[],
): CallSpec<I, O> {
	return { type, input, output, errors };
}

/** Whether the contract declares this code for the call. */
export function mayFailWith({ errors }: CallSpec, code: ErrorCode): boolean {
	return [...COMMON_ERRORS, ...errors].includes(code);
}

export function topic<P extends z.ZodType, S extends z.ZodType, D extends z.ZodType>(
	params: P,
	snapshot: S,
	delta: D,
): TopicSpec<P, S, D> {
	return { params, snapshot, delta, isWhole: false };
}

/** A topic each of whose messages is the whole state. */
export function stateTopic<P extends z.ZodType, S extends z.ZodType>(params: P, state: S): TopicSpec<P, S, S> {
	return { params, snapshot: state, delta: state, isWhole: true };
}
