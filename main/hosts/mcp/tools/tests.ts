import { z } from 'zod';
import {
	RUN_STATUSES,
	type SequenceRun,
	sequenceRunSchema,
	stepResultSchema,
} from '../../../../common/contract/calls/protocol-tests.ts';
import { calls } from '../../../../common/contract/index.ts';
import { describeTest } from '../../../../common/protocol-tests/index.ts';
import { type Tool, tool } from './tool.ts';

const result = z.object({
	status: z.enum(RUN_STATUSES),
	/** The first is connecting, then one for each step; one that contains others is before them. */
	steps: z.array(stepResultSchema.extend({ what: z.string() })),
	/** Variables that regular expressions have captured. */
	captured: sequenceRunSchema.shape.captured,
});

function resultOf({ status, sequence, results, captured }: SequenceRun): z.output<typeof result> {
	const words = describeTest(sequence);
	return { status, steps: results.map((step, at) => ({ what: words[at]?.what ?? '', ...step })), captured };
}

export const testTools: readonly Tool[] = [
	tool(
		'run_test',
		'Runs a test: connects, sends and expects, step by step, until all steps have passed or one has failed. Returns the result of each step, with the difference of the bytes where one has failed.',
		{ input: calls.sequenceStart.input, output: result },
		async (input, { bench, signal }) => {
			const { run } = await bench.rpc.call('sequenceStart', input);
			try {
				const ended = await bench.until(
					'sequenceRuns',
					{},
					({ runs }) => runs.find(({ id, status }) => id === run && status !== 'running'),
					signal,
				);
				return resultOf(ended);
			} finally {
				if (signal.aborted) await bench.rpc.call('sequenceStop', { run });
			}
		},
		{ changes: true },
	),
];
