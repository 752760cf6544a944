/** Headings and sentences of the man page besides those of the help. */
export const man = {
	manual: 'User Commands',
	name: 'NAME',
	purpose: 'a socket workbench: servers, clients, proxies, captures',
	synopsis: 'SYNOPSIS',
	description: 'DESCRIPTION',
	options: 'OPTIONS',
	commands: 'COMMANDS',
	exitStatus: 'EXIT STATUS',
	/** What an exit code means, and what for single commands. */
	meaning: (text: string) => `${text}.`,
	single: (command: string, text: string) => `${command}: ${text}.`,
	environment: 'ENVIRONMENT',
	dataFolder: 'The folder of settings, captures, the workspace and the certificate authority.',
	files: 'FILES',
	workspace: 'A workspace: see "wirebench workspace" and "wirebench run".',
};
