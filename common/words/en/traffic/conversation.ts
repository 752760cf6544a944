import { localeOf } from '../../locale/locale.ts';

const { count, counted } = localeOf('en');
const bytes = (length: number) => counted(length, { one: 'byte', other: 'bytes' });

/** One connection as a conversation, or split into its chunks and messages. */
export const conversation = {
	title: 'Conversation',
	cutTitle: 'Chunks and messages',
	modeLabel: 'View of the conversation',
	modes: { dialogue: 'Dialogue', boundaries: 'Boundaries', parts: 'Header, body' },
	sideLabel: 'Whose bytes',
	cutLabel: 'Whose stream',
	sides: { both: 'Both', in: '← In', out: '→ Out' },
	formLabel: 'Bytes as',
	forms: { text: 'Text', hex: 'Hex', escaped: 'Escaped' },
	halvesLabel: 'Halves of the proxied connection',
	halves: { one: 'One half', both: 'Both halves' },
	choose: 'Choose a connection',
	connection: (id: number) => `Connection #${id}`,
	picker: {
		find: 'Find a connection',
		placeholder: 'Number, endpoint, address or port',
		list: 'Connections',
		some: (shown: number, all: number) => `${count(shown)} of ${count(all)}: type to narrow them down`,
		looking: 'Looking through the capture…',
		none: 'The capture has no connections yet',
		noMatch: 'No connection has this',
		closed: 'closed',
		open: 'open',
	},
	empty: {
		title: 'Nothing has been said yet',
		text: 'Start a server, then open a client to it: what they say to each other is read here.',
	},
	which: {
		title: 'Which conversation?',
		text: 'Select an event in the log or a connection on the left, or choose one above.',
	},
	unread: (why: string) => `The conversation could not be read: ${why}`,
	bytesUnread: (why: string) => `The bytes could not be read: ${why}`,
	tryAgain: 'Try again',
	heads: { chunk: 'Chunk', read: 'As it was read', cut: 'As it is cut', message: 'Message' },
	findTip: 'Find in the conversation (Ctrl F)',
	decoded: 'Decoded lines',
	decodedTip: 'Show in a line what each message says, decoded',
	follow: 'Follow the conversation',
	following: 'Following the conversation: press to stay where you are',
	compare: 'Compare with another connection',
	copy: 'Copy what is selected',
	copyTip: 'Copy what is selected; Shift with a click or the arrows selects more',
	runnable: 'Make it runnable',
	runnableTip: 'Make a test, a mock server or a replay of the conversation',
	export: 'Export the bytes',
	exportTip: 'Export the bytes to a file',
	raw: 'Raw bytes',
	ways: { both: 'Both sides, in order', in: 'What the peer said ←', out: 'What we said →' },
	speakers: { in: 'The peer said', out: 'We said', none: '' },
	bytes,
	event: (number: number) => `event ${count(number)}`,
	/** Before the number of a chunk's event, where there is room for it. */
	eventWord: 'event ',
	/** A character that the next chunk completes. */
	tail: (hex: string) => `A character starts here (${hex}); it is shown with the chunk that ends it.`,
	ends: {
		waiting: { note: 'waiting', title: 'Its end has not come yet' },
		close: { note: 'cut off', title: 'The stream ended before the message did' },
	},
	/** A note about a message, and its length. */
	noted: (note: string, length: number) => `${note}, ${bytes(length)}`,
	parts: {
		label: 'Header and body',
		header: 'Header',
		body: 'Body',
		noHeader: 'No header: there is no empty line yet',
		titled: (name: string, size: string) => `${name}, ${size}`,
		titledPart: (name: string, size: string, shown: string) =>
			`${name}, ${size}, of which the first ${shown} are shown`,
		moreThan: (size: string) => `more than ${size}`,
	},
	size: (events: number, length: number) => `${counted(events, { one: 'event', other: 'events' })}, ${bytes(length)}`,
	cutSize: (events: number, length: number, messages: number) =>
		`${counted(events, { one: 'event', other: 'events' })}, ${bytes(length)}, ${counted(messages, { one: 'message', other: 'messages' })}`,
	framing: (framing: string) => `Framing: ${framing}`,
	reading: 'Reading the capture…',
	readSoFar: 'Read so far',
	limited: (events: number) => `Only its first ${count(events)} events are shown.`,
	selectionUnread: 'What is selected could not be read',
	connectionsUnlisted: 'The connections could not be listed',
	eventNotFound: 'The event could not be found in the conversation',
};
