import { z } from 'zod';
import { endpointIdSchema } from '../base/address.ts';
import { call, topic } from '../base/table.ts';

/**
 * Why the workspace is not stored. `broken`: the file cannot be read or is no workspace. `newer`: a later version wrote
 * it. `changed`: another program has changed it since it was last read or written. `unwritable`: writing failed; the next
 * change tries again.
 */
export const WORKSPACE_PROBLEMS = ['broken', 'newer', 'changed', 'unwritable'] as const;

const workspaceProblemSchema = z.object({ kind: z.enum(WORKSPACE_PROBLEMS), message: z.string() });
export type WorkspaceProblem = z.infer<typeof workspaceProblemSchema>;

export const workspaceStateSchema = z.object({
	/** Path of the file on the host. */
	path: z.string(),
	/** The file has all that is set up. */
	saved: z.boolean(),
	/** While it is set, nothing is stored. */
	problem: workspaceProblemSchema.optional(),
	/** Endpoints that ran when the last process ended, and have not been started since. */
	ran: z.array(endpointIdSchema),
});
export type WorkspaceState = z.infer<typeof workspaceStateSchema>;

/**
 * What to do about a problem. `take-file`: the file is read again and replaces what is set up; endpoints from the first
 * that differs on are stopped. `start-new`, for a broken or newer file: it is renamed aside, and what is set up is
 * stored. `keep-mine`, for a changed file: it is replaced.
 */
export const WORKSPACE_RESOLUTIONS = ['start-new', 'take-file', 'keep-mine'] as const;
export type WorkspaceResolution = (typeof WORKSPACE_RESOLUTIONS)[number];

export const workspaceCalls = {
	/** Starts the endpoints of `ran`, servers first; each keeps its own error. */
	workspaceStartRan: call('command', z.object({}), z.object({ started: z.number(), failed: z.number() }), []),
	/** Empties `ran`. */
	workspaceForgetRan: call('command', z.object({}), z.null(), []),
	/** Fails with `wrong-state` where the problem is another one or over, and with `disk`. */
	workspaceResolve: call('command', z.object({ how: z.enum(WORKSPACE_RESOLUTIONS) }), z.null(), [
		'wrong-state',
		'disk',
	]),
} as const;

export const workspaceTopics = {
	/** The state of the workspace's file. Each message is the whole state. */
	workspace: topic(z.object({}), workspaceStateSchema, workspaceStateSchema),
} as const;
