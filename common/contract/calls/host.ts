import { z } from 'zod';
import { ENDPOINT_KINDS } from '../../endpoints/index.ts';
import { call } from '../base/table.ts';

export const HOSTS = ['electron', 'browser'] as const;

/** Capabilities of the host, so that the renderer can use the web's way where one is missing. */
export const hostInfoSchema = z.object({
	host: z.enum(HOSTS),
	version: z.string(),
	platform: z.string(),
	capabilities: z.object({
		/** The host draws an application menu. */
		menu: z.boolean(),
		/** The host shows files in the system's file manager. */
		revealFile: z.boolean(),
		/** The host has an open-file dialog of its own. */
		openDialog: z.boolean(),
		/** Files that are dropped or chosen in the page can be sent to the host with `POST /upload`. */
		upload: z.boolean(),
		/** The host opens the system's save dialog; without it files are downloaded. */
		saveDialog: z.boolean(),
	}),
});
export type HostInfo = z.infer<typeof hostInfoSchema>;

export const hostCalls = {
	/** Kinds of endpoint that this machine does not support, and why. */
	unavailableKinds: call(
		'query',
		z.object({}),
		z.object({ kinds: z.array(z.object({ kind: z.enum(ENDPOINT_KINDS), reason: z.string() })) }),
		[],
	),
	/** The host of Wirebench. */
	hostInfo: call('query', z.object({}), hostInfoSchema, []),
} as const;
