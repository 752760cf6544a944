import { z } from 'zod';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import {
	RUN_STATUSES,
	type SequenceRun,
	sequenceRunSchema,
	stepResultSchema,
} from '../../../../common/contract/calls/protocol-tests.ts';
import { calls } from '../../../../common/contract/index.ts';
import { describeTest } from '../../../../common/protocol-tests/index.ts';
import { type Sequence, sequenceSchema, testPlaceSchema } from '../../../../common/protocol-tests/test-schema.ts';
import { isAt, type NamedPlace } from '../../../../common/workspace/named.ts';
import { nextAfter, pageOf, pageShape, positionOf } from './paging.ts';
import { callTool, type Tool, type ToolContext, tool } from './tool.ts';

const result = z.object({
	status: z.enum(RUN_STATUSES),
	/** The first is connecting, then one for each step; one that contains others is before them. */
	steps: z.array(stepResultSchema.omit({ says: true }).extend({ what: z.string() })),
	/** Variables that regular expressions have captured. */
	captured: sequenceRunSchema.shape.captured,
});

function resultOf({ status, sequence, results, captured }: SequenceRun): z.output<typeof result> {
	const words = describeTest(sequence);
	return {
		status,
		steps: results.map(({ says: _says, ...step }, at) => ({ what: words[at]?.what ?? '', ...step })),
		captured,
	};
}

/** A saved test in a list. */
const listedTestSchema = testPlaceSchema.extend({ steps: z.number().int() });

async function savedTest(place: NamedPlace, { bench, signal }: ToolContext): Promise<Sequence> {
	const { tests } = await bench.now('tests', {}, signal);
	const found = tests.find((test) => isAt(test, place));
	if (found === undefined) throw new WirebenchError('not-found', 'The workspace has no such test.');
	return found;
}

export const testTools: readonly Tool[] = [
	tool(
		'list_tests',
		'Lists the tests that are saved in the workspace: name, folder, and number of steps. They run with run_test.',
		{
			input: z.object(pageOf(50, 200)),
			output: z.object({ tests: z.array(listedTestSchema), ...pageShape }),
		},
		async (input, { bench, signal }) => {
			const { tests } = await bench.now('tests', {}, signal);
			const from = positionOf(input);
			const page = tests.slice(from, from + input.limit);
			return {
				tests: page.map(({ name, folder, steps }) => ({ name, folder, steps: steps.length })),
				total: tests.length,
				...nextAfter(from + page.length, tests.length),
			};
		},
	),
	tool(
		'describe_test',
		'Describes one saved test: its connections, what it sets up, its variables and all its steps, without secrets.',
		{ input: testPlaceSchema, output: z.object({ test: sequenceSchema }) },
		async (place, context) => ({ test: await savedTest(place, context) }),
	),
	callTool('save_test', 'testSave', true),
	callTool('remove_test', 'testRemove', true),
	tool(
		'run_test',
		'Runs a test, one that is given as `sequence` or one that is `saved` in the workspace: connects, sends and expects, step by step, until all steps have passed or one has failed. Returns the result of each step, with the difference of the bytes where one has failed.',
		{
			input: z.object({
				sequence: calls.sequenceStart.input.shape.sequence.optional(),
				saved: testPlaceSchema.optional(),
			}),
			output: result,
		},
		async ({ sequence, saved }, context) => {
			const { bench, signal } = context;
			const named = saved === undefined ? undefined : await savedTest(saved, context);
			const test = sequence ?? named;
			if (test === undefined || (sequence !== undefined && named !== undefined)) {
				throw new WirebenchError('bad-input', 'Give either "sequence", a test, or "saved", the name of a saved one.');
			}
			const { run } = await bench.rpc.call('sequenceStart', { sequence: test });
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
