import { z } from 'zod';
import { endpointIdSchema } from '../../../../common/contract/base/address.ts';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import {
	connectionStateSchema,
	type EndpointState,
	endpointStateSchema,
} from '../../../../common/contract/calls/workbench.ts';
import { workspaceStateSchema } from '../../../../common/contract/calls/workspace.ts';
import { optionInForceSchema } from '../../../../common/contract/config/socket-options.ts';
import { ENDPOINT_KINDS } from '../../../../common/endpoints/index.ts';
import { nextAfter, pageOf, pageShape, positionOf } from './paging.ts';
import { type Tool, tool } from './tool.ts';

/** Connections of one endpoint that a result lists. */
const MOST_CONNECTIONS = 50;

/** An endpoint in a list: its state, without its config. */
const listedEndpointSchema = endpointStateSchema
	.pick({ id: true, status: true, local: true, error: true, connections: true, bytesIn: true, bytesOut: true })
	.extend({ name: z.string(), kind: z.enum(ENDPOINT_KINDS) });

function listed({ id, config, status, local, error, connections, bytesIn, bytesOut }: EndpointState) {
	return { id, name: config.name, kind: config.kind, status, local, error, connections, bytesIn, bytesOut };
}

export const endpointTools: readonly Tool[] = [
	tool(
		'list_endpoints',
		'Lists the endpoints of the workspace: servers, clients, UDP sockets and proxies, with their state. Only those whose status is open run.',
		{
			input: z.object(pageOf(50, 200)),
			output: z.object({ endpoints: z.array(listedEndpointSchema), ...pageShape }),
		},
		async (input, { bench, signal }) => {
			const { endpoints } = await bench.now('workbench', {}, signal);
			const from = positionOf(input);
			const page = endpoints.slice(from, from + input.limit);
			return {
				endpoints: page.map(listed),
				total: endpoints.length,
				...nextAfter(from + page.length, endpoints.length),
			};
		},
	),
	tool(
		'describe_endpoint',
		'Describes one endpoint: its whole config without secrets, its state, its connections, its socket options in force, and which secrets are missing.',
		{
			input: z.object({ id: endpointIdSchema }),
			output: z.object({
				endpoint: endpointStateSchema,
				/** The first 50. */
				connections: z.array(connectionStateSchema),
				options: z.array(optionInForceSchema),
				missingSecrets: workspaceStateSchema.shape.missing,
			}),
		},
		async ({ id }, { bench, signal }) => {
			const [{ endpoints, connections }, { missing }, { options }] = await Promise.all([
				bench.now('workbench', {}, signal),
				bench.now('workspace', {}, signal),
				bench.rpc.call('endpointOptions', { id }),
			]);
			const endpoint = endpoints.find((one) => one.id === id);
			// It was removed meanwhile.
			if (endpoint === undefined) throw new WirebenchError('not-found', 'There is no such endpoint.');
			return {
				endpoint,
				connections: connections.filter((one) => one.endpoint === id).slice(0, MOST_CONNECTIONS),
				options,
				missingSecrets: missing.filter((one) => one.endpoint === id),
			};
		},
	),
];
