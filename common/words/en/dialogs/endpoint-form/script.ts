/** A script that answers, and its editor. */
export const script = {
	answeredBy: 'Answered by',
	rules: 'Rules',
	script: 'Script',
	loading: 'The editor comes…',
	limits: {
		timeMs: 'Computing of a call (ms)',
		memoryMiB: 'Memory (MiB)',
		outputKiB: 'Output of a call (KiB)',
	},
	about:
		'It runs by itself, without files, network or anything else of this machine. One that breaks a limit is stopped for that connection, one without memory for all; the endpoint goes on. Ctrl+Space lists what it can use.',
	place: (line: number, column: number) => `Line ${line}, column ${column}`,
	/** After the place. */
	problem: {
		read: (message: string) => `: ${message}`,
		ran: (message: string) => ` when it ran: ${message}`,
	},
};
