import { localeOf } from '../../locale/locale.ts';

const { count: written } = localeOf('en');

/** Above the endpoints: what is wrong with the workspace's file, and what can be started. */
export const workspaceNotices = {
	secrets: 'Missing secrets',
	missing: (count: number) => (count === 1 ? 'A secret is missing…' : `${written(count)} secrets are missing…`),
	ran: 'What ran last time',
	startRan: (count: number) => `Start what ran (${written(count)})`,
	notStartRan: 'Do not start what ran',
	problem: 'Problem of the workspace',
	titles: {
		broken: 'The saved endpoints cannot be read',
		missing: 'The workspace is not where it was',
		newer: 'A newer Wirebench saved the endpoints',
		changed: 'The saved endpoints have changed on disk',
		unwritable: 'The endpoints are not saved',
	},
	/** What follows from the choices. */
	hints: {
		broken: 'Repair the file and read it again, or start a new one: the file is then renamed and kept.',
		newer: 'Open it with that version, or start a new one: the file is then renamed and kept.',
		missing: 'Bring the file back and read it again, open another workspace, or start a new one at that place.',
		changed: 'The file’s endpoints replace those here; those that differ are stopped. Or yours replace the file.',
		unwritable: 'Make room or change the permissions of the folder.',
	},
	readAgain: 'Read it again',
	startNew: 'Start a new one',
	takeFile: 'Take the file’s',
	keepMine: 'Keep mine',
};
