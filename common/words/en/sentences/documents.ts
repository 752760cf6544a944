const PLACE = 'Choose another place, or change the permissions there.';
const FOR_AGENTS =
	'The person has to: in the window of Wirebench, where starting an endpoint asks, or for all that the file names and templates send by starting wirebench mcp with --allow-environment.';

/** Errors of workspaces and their files. */
export const documentErrors = {
	workspaceUnwritable: {
		message: ({ path, reason }: { readonly path: string; readonly reason: string }) =>
			`The workspace file ${path} cannot be written: ${reason}.`,
		hint: PLACE,
	},
	viewUnwritable: {
		message: ({ reason }: { readonly reason: string }) => `What the window shows cannot be written: ${reason}.`,
		hint: PLACE,
	},
	usesUnwritable: {
		message: ({ reason }: { readonly reason: string }) => `What the workspace may use cannot be written: ${reason}.`,
		hint: PLACE,
	},
	startRanUnwritable: {
		message: ({ reason }: { readonly reason: string }) => `The choice to start what ran cannot be written: ${reason}.`,
		hint: PLACE,
	},
	workspaceFault: ({ path, reason }: { readonly path: string; readonly reason: string }) =>
		`The workspace file ${path} ${reason}`,
	/** The end of a sentence about a file. */
	noWorkspace: ({ what }: { readonly what: string }) => `is no workspace: ${what}`,
	notJson: ({ where }: { readonly where: string }) => `is not JSON: ${where}`,
	jsonTooDeep: ({ levels }: { readonly levels: number }) => `nests more than ${levels} levels deep.`,
	jsonEmpty: 'it is empty.',
	jsonAtLine: ({ line, column }: { readonly line: string; readonly column: string }) =>
		`look at line ${line}, column ${column}.`,
	jsonAtCharacter: ({ character }: { readonly character: number }) => `look at character ${character}.`,
	jsonEndsEarly: 'it ends too early, or has something at its beginning that is none.',
	newerFormat: ({ format, known }: { readonly format: number; readonly known: number }) =>
		`was written by a newer Wirebench (format ${format}; this one reads format ${known}).`,
	workspaceUnreadable: ({ reason }: { readonly reason: string }) => `cannot be read: ${reason}.`,
	lastMissing: 'that was open last is missing.',
	/** `reason`, `what`: one of those above. */
	fileFault: ({ reason }: { readonly reason: string }) => `The file ${reason}`,
	leftAsIs: ({ what }: { readonly what: string }) =>
		`The workspace file ${what} It is left as it is, and nothing is saved.`,
	notSavedYet: ({ reason }: { readonly reason: string }) =>
		`The workspace cannot be saved: ${reason}. The next change tries again.`,
	changedOnDisk: 'Another program has changed the workspace file. Nothing is saved until you choose.',
	socketPathTooLong: {
		message: ({ path, folder }: { readonly path: string; readonly folder: string }) =>
			`The path of the socket ${path} would be too long in ${folder}.`,
		hint: 'Choose a folder nearer to it, or give the socket an absolute path.',
	},
	noWorkspaceFile: ({ path }: { readonly path: string }) => `There is no workspace file ${path}.`,
	stopFirst: ({ name }: { readonly name: string }) => `${name} runs: stop it first, and try again.`,
	partsDoNotFit: ({ reason }: { readonly reason: string }) => `The rules of an endpoint do not fit: ${reason}`,
	rulesDoNotFit: ({ reason }: { readonly reason: string }) =>
		`Rules use this structure, and would not fit it any more: ${reason} Change the rules first.`,
	structureUsed: ({ id, names }: { readonly id: string; readonly names: string }) =>
		`The structure ${id} is used by ${names}. Remove it from their rules and steps first.`,
	nothingToUndo: 'There is nothing to undo.',
	nothingToRedo: 'There is nothing to redo.',
	changedSince: ({ what }: { readonly what: string }) => `Something else was changed since: ${what}.`,
	agentMayNotAllow: `An agent cannot allow the use of environment variables. ${FOR_AGENTS}`,
	unconfirmedForAgent: {
		message: ({ what, names }: { readonly what: string; readonly names: string }) =>
			`${what} uses environment variables that nobody has allowed: ${names}.`,
		hint: FOR_AGENTS,
	},
	unconfirmedUse: {
		message: ({ what, names }: { readonly what: string; readonly names: string }) =>
			`${what} uses environment variables that nobody has allowed: ${names}.`,
		hint: 'Allow them for this file if you trust it.',
	},
	partGone: 'A part that was chosen is not there any more. Look again, and choose again.',
	isOpenWorkspace: 'This is the open workspace: choose another file.',
	wouldStop: ({ names }: { readonly names: string }) => `Another workspace would stop what runs: ${names}.`,
	notSaved: {
		message: ({ reason }: { readonly reason: string }) => `What is set up is not saved. ${reason}`,
		hint: 'Save it as another file first, or choose what the card above the endpoints offers.',
	},
	noSuchProblem: 'The workspace has no such problem any more.',
	stillNoFile: ({ path }: { readonly path: string }) => `There is still no file ${path}.`,
	workspaceFileThere: {
		message: ({ path }: { readonly path: string }) => `There is a file ${path} already.`,
		hint: 'Replace it, or choose another name.',
	},
};
