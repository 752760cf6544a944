import { z } from 'zod';
import type { ErrorCode } from '../../common/contract/base/errors.ts';
import { type CallSpec, call, type TopicSpec, topic } from '../../common/contract/base/table.ts';

/** A row of a thread's contract: nothing is validated at run time, so a type is enough. */
export function command<Input, Output>(...errors: readonly ErrorCode[]): CallSpec<z.ZodType<Input>, z.ZodType<Output>> {
	return call('command', z.custom<Input>(), z.custom<Output>(), errors);
}

/** A topic without a state: only events, one after the other. */
export function news<Delta>(): TopicSpec<z.ZodType<null>, z.ZodType<null>, z.ZodType<Delta>> {
	return topic(z.custom<null>(), z.custom<null>(), z.custom<Delta>());
}
