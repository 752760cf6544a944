import { z } from 'zod';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { storedCaptureSchema } from '../../../../common/contract/calls/library.ts';
import { type OpenCapture, openCaptureSchema } from '../../../../common/contract/calls/open-capture.ts';
import type { Bench } from '../access/bench.ts';
import { nextAfter, pageOf, pageShape, positionOf } from './paging.ts';
import { type Tool, tool } from './tool.ts';

/** Opens a capture and resolves once it can be read. Rejects with why it cannot. */
export async function openCaptureAt(path: string, bench: Bench, signal: AbortSignal): Promise<OpenCapture> {
	const { id } = await bench.rpc.call('openCapture', { path });
	const opened = await bench.until(
		'captures',
		{},
		(captures) => captures.find((one) => one.id === id && one.progress === undefined),
		signal,
	);
	if (opened.error === undefined) return opened;
	await bench.rpc.call('closeCapture', { id });
	throw WirebenchError.fromInfo(opened.error);
}

export const captureTools: readonly Tool[] = [
	tool(
		'list_captures',
		'Lists the captures that are open, the live one first, and those that Wirebench has stored, newest first. open_capture opens a stored one.',
		{
			input: z.object(pageOf(20, 100)),
			output: z.object({
				open: z.array(openCaptureSchema),
				/** The capture that tools read when none is named. */
				usual: z.string(),
				stored: z.array(storedCaptureSchema),
				...pageShape,
			}),
		},
		async (input, { bench, signal }) => {
			const open = await bench.now('captures', {}, signal);
			const { captures } = await bench.until(
				'captureLibrary',
				{},
				(state) => (state.looking === undefined ? state : undefined),
				signal,
			);
			const from = positionOf(input);
			const stored = captures.slice(from, from + input.limit);
			return {
				open,
				usual: bench.captureOf({}).capture ?? open[0]?.id ?? '',
				stored,
				total: captures.length,
				...nextAfter(from + stored.length, captures.length),
			};
		},
	),
	tool(
		'open_capture',
		'Opens a stored capture, or a pcap or pcapng file of another program, for reading: the id that it returns is the capture of other tools. The file is not changed.',
		{
			input: z.object({ path: z.string().min(1).max(LIMITS.pathChars) }),
			output: openCaptureSchema,
		},
		({ path }, { bench, signal }) => openCaptureAt(path, bench, signal),
	),
];
