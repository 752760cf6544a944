import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { type App, localClient } from '../../app/index.ts';
import { Bench } from './access/bench.ts';
import { Calls } from './calls.ts';
import { makeServer } from './protocol.ts';
import { openCaptureAt } from './tools/captures.ts';

export interface McpOptions {
	readonly app: App;
	/** Tools that change something are offered. */
	readonly allowChanges: boolean;
	readonly version: string;
	/** A capture that tools read when none is named, in place of the live one. */
	readonly capture?: string | undefined;
	readonly input: Readable;
	/** Receives the protocol and nothing else. */
	readonly output: Writable;
	/** Receives sentences for people. */
	readonly say: (sentence: string) => void;
}

/** Serves one client of the Model Context Protocol. */
export interface McpHost {
	/** Resolves when the client has closed its end. */
	readonly ended: Promise<void>;
	/** Cancels what runs, and resolves when all calls have ended. The application stays open. */
	close(): Promise<void>;
}

/** Rejects with a WirebenchError where the named capture cannot be opened. */
export async function startMcpHost(options: McpOptions): Promise<McpHost> {
	const { app, allowChanges, version, capture, input, output, say } = options;
	const rpc = localClient(app);
	const bench = new Bench(rpc);
	if (capture !== undefined) {
		const opened = await openCaptureAt(capture, bench, new AbortController().signal);
		for (const warning of opened.warnings) say(warning);
		bench.usualCapture = opened.id;
	}
	const calls = new Calls(
		(call) => app.agentCalls.note(call),
		(error) => say(`Wirebench: a fault of its own in a call of an agent: ${messageOf(error)}`),
	);
	const ended = Promise.withResolvers<void>();
	for (const event of ['end', 'close', 'error'] as const) input.once(event, () => ended.resolve());
	// The client has gone: nothing can be written to it any more.
	output.once('error', () => ended.resolve());
	const handle = serveStdio(() => makeServer({ bench, calls, allowChanges, version }), {
		transport: new StdioServerTransport(input, output),
		onerror: (error) => say(`A message of the client cannot be used: ${messageOf(error)}`),
	});
	return {
		ended: ended.promise,
		async close() {
			await handle.close();
			await calls.idle();
			rpc.close();
		},
	};
}
