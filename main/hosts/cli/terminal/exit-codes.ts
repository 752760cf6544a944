/** Exit codes of every command, by name. */
export const EXIT = {
	/** It succeeded, or was interrupted. */
	done: 0,
	/** The operation failed; a sentence is on stderr. */
	failed: 1,
	/** The command line, or an instruction file, was invalid; nothing was started. */
	usage: 2,
	/** Output or a file could not be written. */
	output: 3,
	/** A second request to stop ended the process at once: a shell's code for an interrupt. */
	interrupted: 130,
} as const;

/** An exit code, for the help and the docs. */
export interface ExitCode {
	readonly code: number;
	/** What it means for every command. */
	readonly meaning: string;
	/** What it means for single commands, by their names. */
	readonly of: Readonly<Record<string, string>>;
}

/** Every exit code: a promise to scripts. */
export const EXIT_CODES: readonly ExitCode[] = [
	{
		code: EXIT.done,
		meaning:
			'done, or stopped as asked (Ctrl+C, SIGTERM, SIGHUP); a reader that has read enough (| head) is no failure',
		of: {
			probe: 'an address is open',
			owner: 'somebody holds the port',
			doctor: 'no check has failed',
			sequence: 'every step has passed',
			test: 'every test has passed',
			ask: 'every message was answered',
			diff: 'they are equal',
			replay: 'the other side sent what was recorded',
			'workspace check': 'every file can be used',
			mcp: 'the client has closed its end',
		},
	},
	{
		code: EXIT.failed,
		meaning:
			'what was asked did not happen: nobody answered, a test failed, a capture cannot be read or is not complete',
		of: {
			'listen, connect, proxy, run': 'an endpoint could not start, or failed while it ran; the capture is not complete',
			send: 'not everything was sent, or the connection failed',
			ask: 'a message got no answer',
			sequence: 'a step has failed',
			test: 'a test has failed, or not all have run',
			generate: 'a message could not be sent',
			'show, export':
				'the capture is missing or damaged: what can be read was printed; the export was interrupted, or the file is there already',
			diff: 'they differ',
			replay: 'the other side did something else than in the recording, or there was no connection',
			record: 'the capture cannot be read, or the file is there already',
			probe: 'no address is open',
			owner: 'nobody holds the port',
			doctor: 'a check has failed',
			'workspace new, schema, import': 'the file is there already',
		},
	},
	{
		code: EXIT.usage,
		meaning:
			'not understood: an option, an address, a preset, a workspace, or a file of rules, steps, certificates or a script',
		of: {
			run: 'the workspace has a problem, or no endpoint of that name; nothing was started',
			test: 'the file has a problem, with its path, or no test of that name; nothing was started',
			mcp: 'the workspace or the capture cannot be used; nothing was served',
			diff: 'one of them cannot be read or is damaged, or the comparison was stopped: they may differ or not',
			record:
				'the capture has several connections and none was chosen, or the conversation does not fit into what it is to become',
			'workspace check': 'a file has a problem, or cannot be read',
			'workspace import': 'nothing in it could be taken over',
		},
	},
	{
		code: EXIT.output,
		meaning: 'the output could not be written, on stdout or to a named file: a full disk, say',
		of: {},
	},
	{ code: EXIT.interrupted, meaning: 'stopped at once by a second Ctrl+C', of: {} },
];

/** The meanings, a line each. */
export const EXIT_HELP = [
	'Exit codes of every command (see "wirebench help exit-codes"):',
	...EXIT_CODES.map(({ code, meaning }) => `  ${code}  ${meaning}`),
].join('\n');

/** The whole table, for a terminal. */
export function exitCodeLines(): string[] {
	return EXIT_CODES.flatMap(({ code, meaning, of }) => [
		`${String(code).padEnd(5)}${meaning}`,
		...Object.entries(of).map(([command, text]) => `       ${command}: ${text}`),
	]);
}
