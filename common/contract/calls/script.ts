import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import { call } from '../base/table.ts';
import { scriptFaultSchema } from '../config/script.ts';

export const scriptCalls = {
	/** Whether the interpreter can parse a script; the script does not run. */
	scriptCheck: call(
		'query',
		z.object({ source: z.string().max(LIMITS.scriptChars) }),
		z.object({ fault: scriptFaultSchema.optional() }),
		[],
	),
};
