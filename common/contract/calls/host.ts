import { z } from 'zod';
import { ENDPOINT_KINDS } from '../../endpoints/index.ts';
import { call } from '../base/table.ts';

export const HOSTS = ['electron', 'browser'] as const;

/** What the host can do that a page cannot, so that the renderer can offer the web's way where it must. */
export const hostInfoSchema = z.object({
	host: z.enum(HOSTS),
	version: z.string(),
	platform: z.string(),
	capabilities: z.object({
		/** The host draws an application menu. */
		menu: z.boolean(),
		/** The host shows files in the system's file manager. */
		revealFile: z.boolean(),
		/** The host has a dialog of its own in which a file is chosen. */
		openDialog: z.boolean(),
		/** Files that are dropped or chosen in the page can be handed to the host by `POST /upload`. */
		upload: z.boolean(),
		/** The host asks where to save with the system's own dialog; otherwise files are downloaded. */
		saveDialog: z.boolean(),
	}),
});
export type HostInfo = z.infer<typeof hostInfoSchema>;

export const hostCalls = {
	/** Kinds of endpoint that this machine cannot have, and why. */
	unavailableKinds: call(
		'query',
		z.object({}),
		z.object({ kinds: z.array(z.object({ kind: z.enum(ENDPOINT_KINDS), reason: z.string() })) }),
		[],
	),
	hostInfo: call('query', z.object({}), hostInfoSchema, []),
} as const;
