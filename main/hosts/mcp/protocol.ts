import { McpServer, ProtocolError, ProtocolErrorCode, type ServerContext } from '@modelcontextprotocol/server';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Bench } from './access/bench.ts';
import { toolTexts } from './access/tool-texts.ts';
import type { Calls } from './calls.ts';
import { instructions } from './instructions.ts';
import { listResources, RESOURCE_TEMPLATES, readResource } from './resources.ts';
import { failureOf, resultOf, type ToolResult } from './results.ts';
import { TOOLS } from './tools/table.ts';
import type { Tool } from './tools/tool.ts';

export interface ServerParts {
	readonly bench: Bench;
	readonly calls: Calls;
	/** Tools that change something are offered. */
	readonly allowChanges: boolean;
	readonly version: string;
}

/** The server of one client: what it may ask, by the official SDK. */
export function makeServer({ bench, calls, allowChanges, version }: ServerParts): McpServer {
	const made = new McpServer(
		{ name: 'wirebench', title: 'Wirebench', version },
		{ capabilities: { tools: {}, resources: {} }, instructions: instructions(allowChanges) },
	);
	// Its low level: the schemas are made elsewhere, and an input that does not fit has an error of the contract.
	const { server } = made;
	const client = (): string => {
		const known = server.getClientVersion();
		return known === undefined ? 'unknown' : `${known.name} ${known.version}`;
	};

	server.setRequestHandler('tools/list', async () => {
		const { tools } = await toolTexts();
		return {
			tools: TOOLS.filter(({ changes }) => allowChanges || !changes).flatMap((tool) => {
				const text = tools.find(({ name }) => name === tool.name);
				return text === undefined ? [] : [{ ...text, annotations: annotationsOf(tool) }];
			}),
		};
	});

	server.setRequestHandler('tools/call', async ({ params }, context): Promise<ToolResult> => {
		const { name, arguments: input = {} } = params;
		const tool = TOOLS.find((one) => one.name === name);
		if (tool === undefined) {
			throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool ${JSON.stringify(name)}.`);
		}
		return answer(client(), name, input, context, async (signal) => {
			if (tool.changes && !allowChanges) throw notAllowed(name);
			return tool.run(input, { bench, signal });
		});
	});

	server.setRequestHandler('resources/list', () => ({ resources: listResources() }));
	server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: RESOURCE_TEMPLATES }));
	server.setRequestHandler('resources/read', async ({ params: { uri } }, { mcpReq }) => {
		const read = await calls.run({ client: client(), tool: 'resources/read', input: { uri } }, mcpReq.signal, () =>
			readResource(uri, bench),
		);
		if ('value' in read) return read.value;
		const { code, message } = read.error;
		throw new ProtocolError(
			code === 'internal' ? ProtocolErrorCode.InternalError : ProtocolErrorCode.InvalidParams,
			message,
			{ uri, code },
		);
	});

	async function answer(
		from: string,
		tool: string,
		input: unknown,
		{ mcpReq }: ServerContext,
		work: (signal: AbortSignal) => Promise<unknown>,
	): Promise<ToolResult> {
		const ended = await calls.run({ client: from, tool, input }, mcpReq.signal, work);
		return 'value' in ended ? resultOf(ended.value) : failureOf(ended.error);
	}
	return made;
}

function annotationsOf({ changes, destroys, readOnly }: Tool) {
	return { readOnlyHint: readOnly, destructiveHint: destroys, openWorldHint: changes };
}

function notAllowed(name: string): WirebenchError {
	return new WirebenchError('not-permitted', `${name} changes or sends something, which is not allowed here.`, {
		hint: 'A person allows it by starting "wirebench mcp" with --allow-changes.',
	});
}
