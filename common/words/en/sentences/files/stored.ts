/** Files of Wirebench’s own, and what happens without a usable one: parts of the notes. */
export const storedFiles = {
	settingsFile: 'The settings file',
	secretsFile: "The file of the workspace's secrets",
	ranFile: 'The list of what ran',
	openingFile: 'The choice to start what ran',
	allowedFile: 'What the workspace may use',
	viewFile: 'The view of the workspace',
	defaultsUsed: 'defaults are used',
	secretsMissing: 'passwords and keys are missing',
	nothingOffered: 'nothing is offered to start',
	nothingStarted: 'nothing is started',
	askedAgain: 'it is asked again',
	shownAsNew: 'it is shown as a new one',
	nestsTooDeep: 'nests too deep',
	isNotJson: 'is not JSON',
	doesNotFit: 'does not fit',
	storedUnreadable: ({ why }: { readonly why: string }) => `cannot be read (${why})`,
};

interface Unusable {
	readonly what: string;
	/** What is wrong with it, behind its name. */
	readonly fault: string;
	/** What happens now. */
	readonly instead: string;
}

/** What a person has to know about the start. */
export const startNotes = {
	storedKept: ({ what, fault, instead, aside }: Unusable & { readonly aside: string }) =>
		`${what} ${fault}. It was kept as ${aside}; ${instead}.`,
	storedUntouchable: ({
		what,
		fault,
		instead,
		file,
		why,
	}: Unusable & { readonly file: string; readonly why: string }) =>
		`${what} ${file} ${fault} and cannot be renamed (${why}); ${instead}.`,
	secretsSealed: ({ file, why }: { readonly file: string; readonly why: string }) =>
		`Passwords and keys of the workspace are encrypted in ${file}, and cannot be decrypted here: ${why}`,
	desktopHasKey: 'the desktop application has the key.',
	unfinishedFiles: ({ file, why }: { readonly file: string; readonly why: string }) =>
		`Unfinished files beside ${file} cannot be removed: ${why}.`,
	problemOfFile: ({ problem, file }: { readonly problem: string; readonly file: string }) => `${problem} File: ${file}`,
	capturesElsewhere: ({ why, folder }: { readonly why: string; readonly folder: string }) =>
		`The folder of captures in the settings cannot be used: ${why} Captures are kept in ${folder}.`,
	testsMoveLater: 'The tests of the settings are in the workspace once it can be saved.',
	testsMoved: ({ count }: { readonly count: number }) => `${count} tests of the settings are in the workspace now.`,
	testsStay: ({ why }: { readonly why: string }) => `The tests of the settings stay there: ${why}`,
	/** A use of a variable of the environment; several of them; all of a file. */
	environmentUse: ({ variable, by, to }: { readonly variable: string; readonly by: string; readonly to: string }) =>
		`${variable} (${by}, to ${to})`,
	environmentUses: ({ first, rest }: { readonly first: string; readonly rest: string }) => `${first}, ${rest}`,
	usesEnvironment: ({ file, uses }: { readonly file: string; readonly uses: string }) =>
		`${file} uses environment variables: ${uses}.`,
};
