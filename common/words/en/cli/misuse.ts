/** Faults of a command line, in commander's own English: what it says is found by these and put into another language. */
export const misuse = {
	missingArgument: (name: string) => `error: missing required argument '${name}'`,
	missingValue: (option: string) => `error: option '${option}' argument missing`,
	missingOption: (option: string) => `error: required option '${option}' not specified`,
	conflict: (one: string, other: string) => `error: option '${one}' cannot be used with option '${other}'`,
	unknownOption: (option: string) => `error: unknown option '${option}'`,
	unknownCommand: (command: string) => `error: unknown command '${command}'`,
	tooMany: (command: string, expected: string, got: string, list: string) =>
		`error: too many arguments for '${command}'. Expected ${expected} but got ${got}: ${list}.`,
	badOption: (option: string, value: string, why: string) =>
		`error: option '${option}' argument '${value}' is invalid. ${why}`,
	badArgument: (value: string, name: string, why: string) =>
		`error: command-argument value '${value}' is invalid for argument '${name}'. ${why}`,
	choices: (list: string) => `Allowed choices are ${list}.`,
	similar: (name: string) => `(Did you mean ${name}?)`,
	similarMany: (names: string) => `(Did you mean one of ${names}?)`,
};
