import { localeOf } from '../locale/locale.ts';

const { count, counted } = localeOf('en');
const bytes = (length: number) => counted(length, { one: 'byte', other: 'bytes' });
const selectedBytes = (length: number) => counted(length, { one: 'selected byte', other: 'selected bytes' });

/** The selected event, its bytes, and what can be done with them. */
export const inspector = {
	title: 'Inspector',
	unread: (why: string) => `This event could not be read: ${why}`,
	none: { title: 'No event selected', text: 'Select a row of the log to see its bytes.' },
	emptyDatagram: 'An empty datagram: it has no bytes.',
	event: (number: number) => `Event ${count(number)}`,
	directions: { in: '← in', out: '→ out' },
	compareConnection: (id: number) => `Compare connection #${id} with another`,
	length: bytes,
	selectedBytes,
	save: 'Save',
	cancel: 'Cancel',
	tryAgain: 'Try again',
	mark: {
		label: 'Mark',
		mark: 'Mark this event (M)',
		unmark: 'Take the mark away (M)',
	},
	note: {
		label: 'Note',
		add: 'Add a note',
		change: 'Change the note (N)',
		delete: 'Delete the note',
		keys: 'Enter saves, Shift Enter begins a line',
	},
	/** What an event means, for beginners. */
	explained: {
		listening: 'The socket is bound to this address: from now on peers can reach it.',
		open: 'A connection is there, or, for UDP, a peer was met for the first time. Both sides can send.',
		endOut: 'We sent FIN: we send no more on this connection, and still read what the peer sends.',
		endIn: 'The peer sent FIN: it sends no more, and may still read what we send (half-close).',
		close: 'Both directions are over and the socket is closed. The number of the connection is not used again.',
		resetOut: 'We sent RST: the connection ended at once, and what was on its way is lost.',
		resetIn:
			'The peer sent RST: the connection ended at once. What it had not read is lost, and so may be what it sent.',
		error: 'The operating system refused or broke off what was asked of the socket.',
		note: 'Wirebench’s own remark; nothing of it was on the wire.',
	},
	showAs: 'Show the payload as',
	bytes: 'Bytes',
	text: 'Text',
	decoded: 'Decoded',
	calls: 'Calls',
	hex: 'Hex',
	bytesUnread: (why: string) => `These bytes could not be read: ${why}`,
	compareWaits: (event: number) => `Click the message to compare with event ${count(event)}, or press C on it.`,
	copy: 'Copy',
	allAs: (length: number) => `All ${count(length)} bytes as`,
	selectedAs: (length: number) => `${selectedBytes(length)} as`,
	copyAs: (format: string) => `Copy as ${format}`,
	copiedFirst: (length: number, all: number, format: string) =>
		`Copied the first ${bytes(length)} of ${bytes(all)} as ${format}: one copy takes no more.`,
	sendAgain: 'Send again',
	sendBackTip: 'Send these bytes at once: back to the sender, or onwards',
	sendAgainTip: 'Send these bytes at once to where they went',
	edit: 'Edit and send…',
	editTip: 'Edit and send…: put these bytes into the composer',
	editLimit: (most: number) => `Edit and send…: the composer takes up to ${count(most)} bytes.`,
	compare: 'Compare…',
	compareWith: (event: number) => `Compare with ${count(event)}`,
	compareTip: 'Compare with another message (C in the log)',
	charset: 'Charset',
	wrap: 'Wrap lines',
	/** Both included. */
	shownBytes: (first: number, last: number) => `bytes ${count(first)} to ${count(last)}`,
	before: 'Before',
	next: 'Next',
	howToSelect: (length: number) => `${bytes(length)}: drag, or Shift and arrow keys, to select`,
	/** @param offset in hexadecimal, as in `0x1f` */
	selectedAt: (length: number, offset: string) => `selected ${bytes(length)} at ${offset}`,
	find: {
		previousHere: 'Previous in this event',
		nextHere: 'Next in this event',
		offset: 'Go to an offset',
		offsetExample: 'Offset: 0x1000',
		found: (what: string) => `Found ${what}`,
		/** `more`: places after those that were counted. */
		place: (number: number, all: number, more: boolean) => `${count(number)} of ${count(all)}${more ? '+' : ''}`,
		expected: 'Expected an offset: 4096, 0x1000, 1000h, +16 or −16 from here, or a range such as 0x10..0x1f.',
		last: (offset: number) => `The last offset is ${offset} (0x${offset.toString(16)}).`,
	},
};
