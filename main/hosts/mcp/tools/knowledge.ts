import { z } from 'zod';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { ENDPOINT_KINDS, endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { meaningOf } from '../../../../common/errno/index.ts';
import { PRESET_GROUPS, presets } from '../../../../common/presets/index.ts';
import { doctorFindings } from '../../../app/doctor.ts';
import { unavailableKinds } from '../../../app/headless.ts';
import { cancelled } from '../access/cancelled.ts';
import { toolTexts } from '../access/tool-texts.ts';
import { type Tool, tool } from './tool.ts';

const VERBS = ['connect to', 'listen on', 'bind to', 'send to', 'read from', 'write to', 'remove'] as const;

const presetSchema = z.object({
	id: z.string(),
	title: z.string(),
	summary: z.string(),
	group: z.enum(PRESET_GROUPS),
	kind: z.enum(ENDPOINT_KINDS),
	/** Only of the preset that was asked for. */
	config: endpointConfigSchema.optional(),
});

export const knowledgeTools: readonly Tool[] = [
	tool(
		'list_presets',
		'Lists ready-made endpoints with one sentence each. With an id: that one with its whole config, an example to start from.',
		{
			input: z.object({ id: z.string().min(1).max(100).optional() }),
			output: z.object({
				presets: z.array(presetSchema),
				/** Kinds of endpoint that this machine does not support, and why. */
				unavailable: z.array(z.object({ kind: z.enum(ENDPOINT_KINDS), reason: z.string() })),
			}),
		},
		async ({ id }) => {
			const chosen = id === undefined ? presets : presets.filter((preset) => preset.id === id);
			if (chosen.length === 0) throw noPreset(id ?? '');
			return {
				presets: chosen.map(({ config, ...preset }) => ({
					...preset,
					kind: config.kind,
					...(id === undefined ? {} : { config: endpointConfigSchema.parse(config) }),
				})),
				unavailable: unavailableKinds(),
			};
		},
	),
	tool(
		'describe_type',
		'Gives the JSON Schema of a type that a tool names, such as EndpointConfig or TcpServerConfig, with what each key means.',
		{
			input: z.object({ name: z.string().min(1).max(100) }),
			output: z.object({ name: z.string(), schema: z.record(z.string(), z.unknown()) }),
		},
		async ({ name }) => {
			const { types } = await toolTexts();
			const schema = Object.hasOwn(types, name) ? types[name] : undefined;
			if (schema !== undefined) return { name, schema };
			throw new WirebenchError('not-found', `There is no type ${JSON.stringify(name)}.`, {
				path: 'name',
				hint: `The types are: ${Object.keys(types).join(', ')}.`,
			});
		},
	),
	tool(
		'explain_errno',
		'Explains an error of the system, such as ECONNREFUSED, EADDRINUSE or WSAETIMEDOUT: what it means and what to check next.',
		{
			input: z.object({
				/** The code, in the form of Linux, macOS, Windows or getaddrinfo. */
				errno: z.string().trim().min(1).max(50),
				/** What was attempted. */
				verb: z.enum(VERBS).default('connect to'),
				/** The address, the name or the path. */
				target: z.string().min(1).max(300).default('the address'),
			}),
			output: z.object({ errno: z.string(), sentence: z.string(), hint: z.string() }),
		},
		async ({ errno, verb, target }) => {
			const code = errno.toUpperCase();
			const meaning = meaningOf(code);
			if (meaning === undefined) {
				throw new WirebenchError('not-found', `Wirebench knows no error ${JSON.stringify(errno)}.`, { path: 'errno' });
			}
			const asked = { verb, target };
			return { errno: code, sentence: meaning.sentence(asked), hint: meaning.hint(asked) };
		},
	),
	tool(
		'doctor',
		'Tries what Wirebench needs of this machine and its runtime, on loopback: what works, what is not supported, what has failed.',
		{
			input: z.object({}),
			output: z.object({
				findings: z.array(
					z.object({
						check: z.string(),
						title: z.string(),
						state: z.enum(['ok', 'unsupported', 'failed']),
						/** What was found, what an unsupported feature means, or why the check failed. */
						detail: z.string().optional(),
					}),
				),
			}),
		},
		async (_input, { signal }) => {
			const findings = [];
			for await (const finding of doctorFindings()) {
				if (signal.aborted) throw cancelled();
				findings.push({ ...finding });
			}
			return { findings };
		},
	),
];

/** The error for a preset that does not exist. */
export function noPreset(id: string): WirebenchError {
	return new WirebenchError('not-found', `There is no preset ${JSON.stringify(id)}.`, {
		path: 'id',
		hint: 'list_presets lists them.',
	});
}
