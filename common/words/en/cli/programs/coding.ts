/** The command that writes programs. */
export const coding = {
	summary: 'write an endpoint as a program in Python and other languages',
	description:
		'Prints a runnable program that does what a preset or an endpoint of a file does, with comments in the language of ' +
		'messages. What the program does not do is named at its top. This command has --language for both: a tag such as ' +
		'zh-Hans is the language of messages and comments, any other value the one of the program.',
	what: 'a preset (see "wirebench presets"), or a file: a workspace, or the config of an endpoint as JSON; with --connection a capture',
	endpoint: 'which endpoint of a workspace, by its name or id (default: the only one)',
	connection: 'in place of an endpoint: the client of this connection of a capture',
	payload: 'in place of an endpoint: a program that sends this payload of a workspace, by its name',
	test: 'in place of an endpoint: the client of this test of a workspace, by its name; a difference ends it with 1',
	to: 'where a payload is sent to, or where a server with a file of rules listens: tcp, udp or unix',
	noPayload: (name: string, known: string) => `The workspace has no payload "${name}". It has: ${known}.`,
	noTest: (name: string, known: string) => `There is no test "${name}" in it. It has: ${known}.`,
	language: 'language of the program',
	style: (list: string) => `how the program waits for several things: ${list} (default: the first one of the language)`,
	choose: (names: string) => `Name an endpoint of the workspace with --endpoint: ${names}.`,
	noEndpoint: (name: string, known: string) => `The workspace has no endpoint "${name}". It has: ${known}.`,
	notWorkspace: '--endpoint is for workspaces: this file is the config of one endpoint.',
	nothing: (name: string) =>
		`There is no preset and no file "${name}". "wirebench presets" lists the presets; write ./${name} for a file.`,
	noStyle: (language: string, style: string, known: string) => `${language} has no style "${style}". It has: ${known}.`,
	cannot: (language: string, style: string) =>
		`This cannot be written for ${language} (${style}): choose another style or language.`,
};
