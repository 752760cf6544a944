import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/** One row of the contract: a command changes something, a query does not. */
export interface CallSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
	readonly type: 'command' | 'query';
	readonly input: I;
	readonly output: O;
	/** Codes it can fail with, besides `bad-input`, `internal` and `disconnected`, which any call can return. */
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
}

export function call<I extends z.ZodType, O extends z.ZodType>(
	type: 'command' | 'query',
	input: I,
	output: O,
	errors: readonly ErrorCode[],
): CallSpec<I, O> {
	return { type, input, output, errors };
}

export function topic<P extends z.ZodType, S extends z.ZodType, D extends z.ZodType>(
	params: P,
	snapshot: S,
	delta: D,
): TopicSpec<P, S, D> {
	return { params, snapshot, delta };
}
