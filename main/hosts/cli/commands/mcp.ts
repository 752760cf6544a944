import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { AgentCall } from '../../../../common/contract/calls/agents.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { serving } from '../../../../common/words/en/cli/serving.ts';
import { agentHistory } from '../../../app/agents/agent-history.ts';
import { makeFolder } from '../../../app/folders/make-folder.ts';
import { createApp, defaultDataFolder } from '../../../app/index.ts';
import { jsonLines } from '../output/format.ts';
import { captureExit } from '../terminal/capture-exit.ts';
import { say, stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { faultText, spoken } from '../terminal/language.ts';
import { stopRequested } from '../terminal/signals.ts';
import { standardStream } from '../terminal/standard-stream.ts';
import { VERSION } from '../terminal/version.ts';
import { resultColumn } from '../tests/step-result.ts';

const words = () => spoken('serving', serving);
const printingWords = () => spoken('printing', printing);

interface McpFlags {
	readonly allowChanges?: boolean;
	readonly allowEnvironment?: boolean;
	readonly capture?: string;
	readonly exports?: string;
	readonly data?: string;
	readonly history?: boolean;
	readonly json?: boolean;
}

/** A call for people. */
function callLines({ at, client, tool, input, ok, result, ms }: AgentCall): string[] {
	return [
		`${new Date(at).toISOString()}  ${resultColumn(ok)}  ${tool} ${input}  (${ms} ms, ${client})`,
		`        ${result}`,
	];
}

/** Prints the calls of agents; returns the exit code. */
async function printHistory(file: string | undefined, { data, json = false }: McpFlags): Promise<number> {
	const calls = await agentHistory(resolve(data ?? defaultDataFolder()), file && resolve(file));
	stdout().lines(json ? jsonLines(calls) : calls.flatMap(callLines));
	if (calls.length === 0) say(words().mcp.noCalls);
	return EXIT.done;
}

/** Serves until the client closes stdin or it is interrupted; returns the exit code. */
async function serve(file: string | undefined, options: McpFlags): Promise<number> {
	const stop = stopRequested();
	// Loaded by this command alone: the SDK would cost the others their start.
	const { isCaptureFile, startMcpHost } = await import('../../mcp/index.ts');
	const dataFolder = resolve(options.data ?? defaultDataFolder());
	const exportsFolder = resolve(options.exports ?? join(dataFolder, 'exports'));
	const captureFolder = options.capture === undefined ? {} : { captureFolder: resolve(options.capture) };
	const named = file === undefined ? undefined : resolve(file);
	const isCapture = named !== undefined && isCaptureFile(named);
	const allowChanges = options.allowChanges ?? false;
	const app = await createApp({
		dataFolder,
		...captureFolder,
		workspaceFile: isCapture ? undefined : named,
		guest: allowChanges ? 'changes' : 'reads',
		allowsEnvironment: options.allowEnvironment,
		host: {
			host: 'browser',
			version: VERSION,
			platform: process.platform,
			capabilities: { menu: false, revealFile: false, openDialog: false, upload: false, saveDialog: false },
		},
		chooseSavePath: async (name) => {
			await makeFolder(exportsFolder, 0o700);
			return join(exportsFolder, name);
		},
		onInternalError: (error, where) => say(words().mcp.fault(where, String(error))),
	});
	try {
		say(...app.notes.map(faultText));
		const host = await startMcpHost({
			app,
			allowChanges,
			version: VERSION,
			capture: isCapture ? named : undefined,
			input: process.stdin,
			output: standardStream('stdout'),
			say,
		});
		await Promise.race([stop, host.ended]);
		await host.close();
	} finally {
		await app.close();
	}
	return captureExit(app.capture.error());
}

export function addMcp(program: Command, done: (code: number) => void): void {
	const texts = words().mcp;
	program
		.command('mcp')
		.summary(texts.summary)
		.description(texts.description)
		.argument('[file]', texts.file)
		.option('--allow-changes', texts.allowChanges)
		.option('--allow-environment', texts.allowEnvironment)
		.option('--capture <dir>', words().capture)
		.option('--exports <dir>', texts.exports)
		.option('--data <dir>', printingWords().data)
		.option('--history', texts.history)
		.option('--json', texts.json)
		.action(async (file: string | undefined, options: McpFlags) =>
			done(await (options.history ? printHistory(file, options) : serve(file, options))),
		);
}
