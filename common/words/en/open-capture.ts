import { localeOf } from '../locale/locale.ts';

const { counted } = localeOf('en');

/** Captures that are open beside the live one, and those that are being opened. */
export const openCapture = {
	live: 'Live capture',
	capture: 'Capture',
	captures: 'Captures',
	notOpened: 'not opened',
	now: 'now',
	size: (events: number, size: string) => `${counted(events, { one: 'event', other: 'events' })}, ${size}`,
	lookAt: 'Look at',
	export: 'Export…',
	compare: 'Compare with…',
	openFile: 'Open file…',
	openPath: 'Open path…',
	all: 'All captures…',
	close: (title: string) => `Close ${title}`,
	file: 'Capture file',
	drop: 'Drop to open',
	dialog: {
		title: 'Open a capture',
		path: 'Path',
		hint: 'A capture folder or a capture file of any program, on the machine that Wirebench runs on.',
		cancel: 'Cancel',
		open: 'Open',
	},
	lookedAt: 'Capture looked at',
	lookingAt: 'Looking at',
	kinds: {
		stored: 'a stored capture',
		growing: 'a capture that another Wirebench writes',
		imported: 'a file of another program',
	},
	back: 'Back to live',
	closeIt: 'Close',
	opening: (title: string) => `Opening ${title}`,
	errorOf: (title: string) => `Error of ${title}`,
	failed: (title: string) => `${title} could not be opened`,
	warningsOf: (title: string) => `Warnings of ${title}`,
	about: (title: string) => `About ${title}`,
	uploading: (name: string) => `Sending ${name} to the host`,
	progress: (percent: string, total: string) => `${percent} of ${total}`,
	cancel: 'Cancel',
};
