import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { commandLine } from './cli.fixture.ts';

/** A result of a tool, or its error, as an agent receives it. */
export interface Answer {
	readonly value: Record<string, unknown>;
	readonly isError: boolean;
	/** The text beside. */
	readonly text: string;
}

/** An agent: the SDK's own client, connected to `wirebench mcp` over its stdio. */
export interface Agent {
	readonly client: Client;
	/** Calls a tool. The client checks the result by the tool's own output schema. */
	call(tool: string, input?: Record<string, unknown>): Promise<Answer>;
	/** The same for a tool that must succeed. */
	value(tool: string, input?: Record<string, unknown>): Promise<Record<string, unknown>>;
	close(): Promise<void>;
}

export interface AgentOptions {
	readonly env?: Readonly<Record<string, string>>;
}

/** Starts `wirebench mcp` with these words and connects to it; the caller closes it. */
export async function startAgent(args: readonly string[], { env = {} }: AgentOptions = {}): Promise<Agent> {
	const [command, ...words] = commandLine(['mcp', ...args]);
	const own = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
	const transport = new StdioClientTransport({
		command,
		args: words,
		env: { ...Object.fromEntries(own), ...env },
		stderr: 'inherit',
	});
	const client = new Client({ name: 'test-agent', version: '1.2.3' });
	await client.connect(transport);
	// The client then knows the output schemas, and checks results by them.
	await client.listTools();
	const call = async (tool: string, input: Record<string, unknown> = {}): Promise<Answer> => {
		const { content, structuredContent, isError } = await client.callTool({ name: tool, arguments: input });
		const [text = '', details = '{}'] = content.map((one) => (one.type === 'text' ? one.text : ''));
		// What an error had as structured content, clients of the SDK's version 1 would check by the tool's output schema.
		if (isError === true && structuredContent !== undefined) throw new Error(`The error of ${tool} is structured.`);
		const value: unknown = isError === true ? JSON.parse(details) : structuredContent;
		return { value: isRecord(value) ? value : {}, isError: isError === true, text };
	};
	return {
		client,
		call,
		async value(tool, input) {
			const { value, isError, text } = await call(tool, input);
			if (isError) throw new Error(`${tool} has failed: ${text}`);
			return value;
		},
		close: () => client.close(),
	};
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
