import { z } from 'zod';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { messageToFillSchema, sendPlaceSchema, sendResultSchema } from '../../../../common/contract/calls/sending.ts';
import { endpointStateSchema } from '../../../../common/contract/calls/workbench.ts';
import { endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { faultAt } from '../../../../common/payload/codec/fault-error.ts';
import { charsetNamed, encodeWritten } from '../../../../common/payload/index.ts';
import { findPreset } from '../../../../common/presets/index.ts';
import { validateInput } from '../../../../common/rpc/validate.ts';
import { noPreset } from './knowledge.ts';
import { type Tool, tool } from './tool.ts';

const creation = z.object({
	/** A preset to start from, by its id; `config` replaces keys of its config. */
	preset: z.string().min(1).max(100).optional(),
	/** An EndpointConfig (see describe_type); with a preset only the keys that differ. Relative paths are relative to the workspace's file. */
	config: z.record(z.string(), z.unknown()).default({}),
});

const message = z.object({
	...sendPlaceSchema.shape,
	message: messageToFillSchema.omit({ random: true }),
	/** Whether the text is a template (the resource wirebench://docs/templates), filled in before it is sent. */
	template: z.boolean().default(false),
});

/** The result of sending, and where to look for what follows. */
const sent = sendResultSchema.extend({
	/** Pass it to query_events, with waitMs, to see what the message caused. */
	cursor: z.string(),
});

export const changingTools: readonly Tool[] = [
	tool(
		'create_endpoint',
		'Adds an endpoint to the workspace, stopped: from a preset, from a config, or from a preset with some keys replaced. start_endpoint starts it.',
		{ input: creation, output: endpointStateSchema },
		async ({ preset: id, config: wanted }, { bench }) => {
			const preset = id === undefined ? undefined : findPreset(id);
			if (id !== undefined && preset === undefined) throw noPreset(id);
			const config = validateInput(z.object({ config: endpointConfigSchema }), {
				config: { ...preset?.config, ...wanted },
			});
			return bench.rpc.call('endpointCreate', config);
		},
		{ changes: true },
	),
	tool(
		'send',
		'Sends a message from an endpoint: to one connection, several, or every open one; a UDP socket sends to an address. Resolves when the kernel has taken all of it. Then query_events with the returned cursor shows what follows.',
		{ input: message, output: sent },
		async ({ message: written, template, ...place }, { bench, signal }) => {
			const { stored } = await bench.now('captureStatus', {}, signal);
			const result = template
				? await bench.rpc.call('sendTemplate', { ...place, message: written })
				: await bench.rpc.call('send', { ...place, bytes: bytesOf(written) });
			return { ...result, cursor: String(stored) };
		},
		{ changes: true },
	),
];

function bytesOf({ format, text, charset, lineEnding, checksum }: z.output<typeof message>['message']): Uint8Array {
	const encoded = encodeWritten({ format, text }, lineEnding, checksum, charsetNamed(charset));
	if (!encoded.ok) throw faultAt(encoded, 'message.text');
	if (encoded.bytes.length <= LIMITS.payloadBytes) return encoded.bytes;
	throw new WirebenchError('too-large', 'A payload is at most 64 MiB.', { path: 'message.text' });
}
