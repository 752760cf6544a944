import { localeOf } from '../../locale/locale.ts';

const { count: written, counted } = localeOf('en');
const captureForms = { one: 'capture', other: 'captures' };

/** The captures on disk, and the limits of the live one. */
export const captures = {
	title: 'Captures',
	looking: 'Looking for captures…',
	none: 'No captures',
	noneWhy: (folder: string) => `Whatever your endpoints send and receive is written to ${folder} and listed here.`,
	back: 'Back to the traffic',
	stored: 'Stored captures',
	columns: { time: 'First event', events: 'Events', size: 'Size', endpoints: 'Endpoints', state: 'State' },
	nothing: 'nothing yet',
	states: {
		live: '● live',
		written: '◐ written by another process',
		closed: '',
		unclosed: '○ not closed',
		unreadable: '✕ not readable',
	},
	hints: {
		live: 'This Wirebench writes it now.',
		written: 'Another Wirebench writes it now: it can be opened, and is not deleted.',
		closed: '',
		unclosed: 'Whoever wrote it was ended before it could close it. Opening brings it in order.',
		unreadable: '',
	},
	live: {
		title: 'Live capture',
		copy: 'Copy the folder’s path',
		new: 'New capture',
		newTip: 'Close it, keep it, and begin another: endpoints and connections go on',
		clear: 'Clear',
		clearTip: 'Delete it and begin another: endpoints and connections go on',
	},
	/** In front of their size, above the list. */
	count: (count: number) => `${counted(count, captureForms)}, `,
	/** After their size. */
	lookingAt: (done: number, total: number) => `, looking: ${written(done)} of ${written(total)}`,
	lookAgain: 'Look again',
	lookAgainTip: 'Look again: other processes write captures too',
	compare: 'Compare…',
	compareLive: 'Compare it with the live capture',
	compareBoth: 'Compare both',
	deleteOf: (count: number) => `Delete ${written(count)}`,
	olderThan: 'Older than',
	/** By the number of days. */
	ages: { 1: 'a day', 7: '7 days', 30: '30 days', 90: '90 days' },
	deleteOldTip: (age: string) => `Delete those whose last event is older than ${age}`,
	deleteOld: (count: number, size: string) => `Delete older (${written(count)}, ${size})`,
	notice: 'What was done',
	deleted: (count: number, size: string) =>
		`${counted(count, captureForms)} deleted, ${size}: the disk has them back when there is no undo any more.`,
	kept: (count: number) => `${counted(count, captureForms)} could not be deleted:`,
	broughtBack: (count: number) => `${counted(count, captureForms)} brought back.`,
	failures: {
		list: 'The captures cannot be listed',
		open: 'The capture could not be opened',
		new: 'No new capture was started',
		copy: 'The path could not be copied',
		look: 'The folders could not be looked at',
		compare: 'The captures could not be compared',
		delete: 'Nothing was deleted',
		bringBack: 'Not everything could be brought back',
	},
	failed: (what: string, why: string) => `${what}: ${why}`,
	limits: {
		form: 'Limits of the live capture',
		segment: 'Segment size, MiB',
		segmentHint: 'A capture goes on in a new file from this size on.',
		segmentFault: 'A whole number of MiB, 1 to 2047.',
		limited: 'Keep only the latest',
		keep: 'GiB to keep',
		limitedHint: 'The live capture takes no more disk than this: its oldest files are deleted, and counted.',
		unlimitedHint: 'Without a limit the live capture grows until the disk is full.',
		keepFault: 'A number of GiB, at least 0.001, as in 0.5.',
		apply: 'Apply',
	},
};
