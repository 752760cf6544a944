import { z } from 'zod';
import { LIMITS } from '../contract/base/limits.ts';
import { CENTRE_VIEWS } from './kept-view.ts';

/** How a workspace opens. */
export const layoutSchema = z.object({
	/** The view of the traffic. */
	view: z.enum(CENTRE_VIEWS).default('log'),
	/** The filter of the log; empty: none. */
	filter: z.string().max(LIMITS.filterChars).default(''),
});
export type WorkspaceLayout = z.infer<typeof layoutSchema>;
