/** The program itself, and the headings of every help. */
export const program = {
	description: 'A socket workbench: start servers, send messages, and see every byte and every socket event.',
	language: 'language of messages: en, zh-Hans or zh-Hant (default: by LC_ALL, LC_MESSAGES, LANG)',
	addHelp: '(add --help for usage)',
	version: 'output the version number',
	help: 'display help for command',
	usage: 'Usage:',
	arguments: 'Arguments:',
	options: 'Options:',
	commands: 'Commands:',
	/** What follows the description of an option. */
	more: (facts: string) => ` (${facts})`,
	factSeparator: ', ',
	choices: (list: string) => `choices: ${list}`,
	default: (value: string) => `default: ${value}`,
	exitCodes: 'Exit codes of every command (see "wirebench help exit-codes"):',
	noLanguage: (written: string, known: string) => `“${written}” is no language of Wirebench: write one of ${known}.`,
};
