import { z } from 'zod';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { EXPORT_FORMATS, exportScopeSchema } from '../../../../common/contract/calls/exports.ts';
import { safeFileName } from '../../../../common/payload/index.ts';
import { captureShape } from './paging.ts';
import { type Tool, tool } from './tool.ts';

const request = exportScopeSchema.extend({
	...captureShape,
	format: z.enum(EXPORT_FORMATS),
	/** For a C array: one array for all events instead of one for each. */
	joined: z.boolean().default(false),
	/** Name of the new file, without a folder. */
	name: z
		.string()
		.min(1)
		.max(LIMITS.nameChars)
		.refine(
			(name) => safeFileName(name) === name && !name.startsWith('.'),
			'A name without a folder is needed, as in capture.jsonl.',
		),
});

export const exportTools: readonly Tool[] = [
	tool(
		'export_capture',
		'Writes events of a capture as a new file: pcapng, JSON lines, CSV, text, raw bytes or C. It goes into the one folder for exports; an existing file is never replaced.',
		{
			input: request,
			output: z.object({ path: z.string(), events: z.number(), bytes: z.number(), warnings: z.array(z.string()) }),
		},
		async ({ name, ...wanted }, { bench, signal }) => {
			const { path } = await bench.rpc.call('chooseSavePath', { name });
			if (path === undefined) throw new WirebenchError('unavailable', 'There is no folder for exports.');
			const scope = { ...wanted, ...bench.captureOf(wanted) };
			const { job } = await bench.rpc.call('startExport', { ...scope, destination: { type: 'path', path } });
			try {
				const ended = await bench.until(
					'exports',
					{},
					({ jobs }) => jobs.find(({ id, state }) => id === job && state !== 'running' && state !== 'waiting'),
					signal,
				);
				if (ended.error !== undefined) throw WirebenchError.fromInfo(ended.error);
				return { path, events: ended.events, bytes: ended.bytes, warnings: ended.warnings ?? [] };
			} finally {
				if (signal.aborted) await bench.rpc.call('cancelExport', { job });
			}
		},
		{ readOnly: false },
	),
];
