import type { Command } from 'commander';

/** Adds a command to the program; `done` takes the exit code of one that has its own. */
type AddCommand = (program: Command, done: (code: number) => void) => void;

/**
 * Every command, in the order of the help. Its module is loaded when a command line needs it: most of the time of a start
 * goes into what other commands import.
 */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map<string, () => Promise<AddCommand>>([
	['serve', async () => (await import('./commands/serve.ts')).addServe],
	['listen', async () => (await import('./commands/listen.ts')).addListen],
	['connect', async () => (await import('./commands/connect.ts')).addConnect],
	['proxy', async () => (await import('./commands/proxy.ts')).addProxy],
	['send', async () => (await import('./commands/send.ts')).addSend],
	['ask', async () => (await import('./commands/ask.ts')).addAsk],
	['sequence', async () => (await import('./commands/sequence.ts')).addSequence],
	['test', async () => (await import('./tests/test.ts')).addTest],
	['generate', async () => (await import('./commands/generate.ts')).addGenerate],
	['run', async () => (await import('./workspace/run.ts')).addRun],
	['mcp', async () => (await import('./commands/mcp.ts')).addMcp],
	['workspace', async () => (await import('./workspace/index.ts')).addWorkspace],
	['export', async () => (await import('./commands/export.ts')).addExport],
	['show', async () => (await import('./commands/show.ts')).addShow],
	['stats', async () => (await import('./commands/stats.ts')).addStats],
	['decode', async () => (await import('./commands/decode.ts')).addDecode],
	['encode', async () => (await import('./structures/encode.ts')).addEncode],
	['structure', async () => (await import('./structures/index.ts')).addStructure],
	['diff', async () => (await import('./compare/index.ts')).addDiff],
	['record', async () => (await import('./recording/record.ts')).addRecord],
	['replay', async () => (await import('./recording/replay.ts')).addReplay],
	['probe', async () => (await import('./commands/checks.ts')).addProbe],
	['owner', async () => (await import('./commands/checks.ts')).addOwner],
	['explain', async () => (await import('./commands/explain.ts')).addExplain],
	['lessons', async () => (await import('./commands/lessons.ts')).addLessons],
	['doctor', async () => (await import('./commands/doctor.ts')).addDoctor],
	['presets', async () => (await import('./commands/presets.ts')).addPresets],
	['code', async () => (await import('./commands/code.ts')).addCode],
	['ca', async () => (await import('./commands/ca.ts')).addCa],
	['interfaces', async () => (await import('./commands/interfaces.ts')).addInterfaces],
	['script-api', async () => (await import('./commands/script-api.ts')).addScriptApi],
	['completions', async () => (await import('./commands/completions.ts')).addCompletions],
	['help', async () => (await import('./commands/help.ts')).addHelp],
]);

/** Commands that print something about every command. */
const ABOUT_ALL: ReadonlySet<string> = new Set(['help', 'completions']);

/** The options that print the version. */
export const VERSION_FLAGS = ['-V', '--version'] as const;

/** What loads the commands of a command line: the one that it names, or all for their list and for what it may have meant. */
function loadersFor(args: readonly string[]): (() => Promise<AddCommand>)[] {
	const name = args.find((arg) => !arg.startsWith('-'));
	if (name === undefined && VERSION_FLAGS.some((flag) => args.includes(flag))) return [];
	const named = name === undefined || ABOUT_ALL.has(name) ? undefined : COMMANDS.get(name);
	return named === undefined ? [...COMMANDS.values()] : [named];
}

/** Loads the commands that a command line needs, and adds them to the program. */
export async function addCommands(
	program: Command,
	args: readonly string[],
	done: (code: number) => void,
): Promise<void> {
	const commands = await Promise.all(loadersFor(args).map((load) => load()));
	for (const add of commands) add(program, done);
}
