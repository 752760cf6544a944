import { z } from 'zod';
import { keptChangeSchema, keptViewSchema } from '../../workspace/kept-view.ts';
import { call } from '../base/table.ts';

export const keptViewCalls = {
	/**
	 * What a window showed last of the open workspace. `earlier`: it has shown events of an earlier run, which are not in
	 * the live capture.
	 */
	viewRecall: call('query', z.object({}), z.object({ view: keptViewSchema, earlier: z.boolean() }), []),
	/**
	 * Keeps what has changed in a window. `opened` is that of the topic `workspace` for which it was collected: for
	 * another workspace, which was open before, nothing is kept. Fails with `disk` where it cannot be written.
	 */
	viewKeep: call('command', z.object({ opened: z.string(), change: keptChangeSchema }), z.null(), ['disk']),
} as const;
