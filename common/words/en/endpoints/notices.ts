import { localeOf } from '../../locale/locale.ts';

const { count: written, counted } = localeOf('en');

const parts = (count: number) => counted(count, { one: 'part', other: 'parts' });

/** Notices about endpoints, the workspace, payloads and settings. */
export const notices = {
	/** In place of the name of an endpoint that is gone. */
	theEndpoint: 'The endpoint',
	notStarted: (name: string) => `${name} was not started`,
	notStopped: (name: string) => `${name} was not stopped`,
	notCreated: (name: string) => `${name} was not created`,
	notRemoved: (name: string) => `${name} was not removed`,
	removed: (name: string) => `${name} removed`,
	notDuplicated: (name: string) => `${name} was not duplicated`,
	portNotChanged: (name: string, port: number) => `${name} was not moved to port ${port}`,
	notChanged: (name: string) => `${name} was not changed`,
	socketNotRemoved: 'The socket was not removed',
	framingUsed: (endpoint: string) => `${endpoint} uses this framing`,
	framingUsedFrom: 'What arrives from now on is split by it.',
	decodedAsBefore: (name: string) => `“${name}” is decoded as before`,
	framingAsBefore: (name: string) => `The messages of ${name} are cut as before`,
	optionsAsBefore: (name: string) => `The options of ${name} stay as they are`,
	faultsAsBefore: (name: string) => `The faults of ${name} are as before`,
	errorNotDismissed: 'The error was not dismissed',
	connectionAsBefore: (connection: number) => `Connection #${connection} was left as it is`,
	countersNotReset: (name: string) => `The counters of ${name} were not reset`,
	notMoved: 'It was not moved',
	copied: (address: string) => `${address} is on the clipboard`,
	sendingNotStopped: 'It could not be stopped',
	notDismissed: 'It could not be dismissed',
	draftsNotKept: 'Drafts are not kept for a restart',
	authorityCopied: 'The authority’s certificate is on the clipboard',
	authorityNotCopied: 'The authority’s certificate was not copied',
	authorityNotSaved: 'The authority’s certificate was not saved',
	started: (count: number, all: number) => `${written(count)} of ${written(all)} endpoints started`,
	ranNotStarted: 'What ran was not started',
	choiceNotKept: 'The choice is not kept',
	workspaceAsBefore: 'The workspace is as it was before',
	notUndone: 'It was not undone',
	notRedone: 'It was not done again',
	copyOpen: (name: string) => `A copy of ${name} is open`,
	copyPlace: (path: string) => `A browser does not reveal where a file is. The copy is ${path}`,
	noNewWorkspace: 'There is no new workspace',
	workspaceNotOpened: 'The workspace was not opened',
	workspaceNotSaved: 'The workspace was not saved there',
	theCopyOpen: 'The copy is open',
	nothingTaken: 'Nothing was taken from the file',
	taken: (count: number) => `${parts(count)} taken in`,
	exported: (count: number) => `${parts(count)} exported`,
	notExported: 'The workspace cannot be exported',
	environmentUnread: 'The environment of the host could not be read',
	settingsNotStored: 'The settings were not stored',
	host: {
		notOpened: 'The connection to Wirebench could not be opened.',
		otherRun:
			'This page belongs to a Wirebench that has ended. Open the address that Wirebench printed when it started again.',
		notReached: 'Wirebench cannot be reached. If it has ended, start it again and open the address that it prints.',
	},
};
