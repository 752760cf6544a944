import { localeOf } from '../locale/locale.ts';

const { count, counted } = localeOf('en');
const events = { one: 'event', other: 'events' };

/** The list of the events. */
export const log = {
	title: 'Traffic',
	grid: 'Traffic log',
	cancel: 'Cancel',
	tools: {
		find: 'Find',
		goTo: 'Go to…',
		goToTip: 'Go to a time, an event, an error, a mark',
		follow: 'Follow new rows',
		following: 'Following new rows: press to stay where you are',
		pause: 'Pause the view',
		pauseTip: 'Pause the view (the capture goes on)',
		resume: 'Resume the view',
		hide: 'Hide these rows',
		hideTip: 'Hide these rows (everything stays in the capture)',
		clear: 'Clear the capture',
		clearTip: 'Clear the capture: delete it and start a new one (can be undone)',
		clearLive: 'Only the live capture can be cleared',
		export: 'Export…',
	},
	/** Messages in place of reads. */
	listed: {
		label: 'Rows are',
		messages: 'Messages',
		reads: 'Reads',
		framings: 'Framings of the messages',
		noFraming: 'No endpoint has a framing. Set one at an endpoint, or try one from the menu beside this switch.',
		tried: (endpoints: string) => `A framing is tried for ${endpoints}: the endpoint keeps its own.`,
		change: 'Change…',
		stop: 'Stop trying',
		making: (percent: number) => `Listing messages: ${percent} %`,
		failed: (why: string) => `The messages could not be listed: ${why}`,
		asReads: 'Show reads',
		inReads: (reads: number, first: number, last: number) =>
			reads === 1
				? `In one read: event ${count(last)}`
				: `In ${count(reads)} reads: events ${count(first)} to ${count(last)}`,
		cut: 'The stream ended before this message did.',
		fault: 'It violates the framing.',
		message: (number: number) => `Message ${count(number)}`,
	},
	hidden: (rows: number) => `${count(rows)} hidden`,
	showAll: 'Show all',
	selected: (rows: number) => `${count(rows)} selected`,
	copying: (done: number, total: number) => `Copying ${count(done)} of ${count(total)}…`,
	newer: (rows: number) => `${counted(rows, { one: 'newer row', other: 'newer rows' })}`,
	paused: 'View paused; the capture goes on.',
	since: (arrived: number) => `${counted(arrived, events)} since`,
	resume: 'Resume',
	unread: (why: string) => `These rows could not be read: ${why}`,
	tryAgain: 'Try again',
	/** A row that is not loaded yet. */
	loading: (row: number) => `row ${count(row)} …`,
	emptyPayload: 'empty',
	marked: 'marked',
	noted: 'noted',
	/** A mark or a note on a message in a read. @param offset of its first byte; empty `note`: none */
	markIn: (offset: number, note: string) =>
		note === '' ? `marked message at byte ${offset}` : `message at byte ${offset}: ${note}`,
	marks: {
		title: 'Marks and notes',
		tip: 'Marks and notes: M marks an event, N notes on it',
		none: 'No marks yet',
		how: 'select an event, press M or N',
		first: (shown: number, all: number) => `First ${shown} of ${count(all)}`,
		marked: 'marked',
		event: (number: number) => `event ${count(number)}`,
		list: 'List all in the log',
		filter: 'a filter',
	},
	empty: {
		stopped: { title: 'Nothing found so far', text: 'The scan was stopped before its end.', resume: 'Resume the scan' },
		scanning: { title: 'Looking through the capture…', text: 'Matches appear here as they are found.' },
		listing: { title: 'Listing the messages…', text: 'They appear here as they are found.' },
		noMessage: { title: 'No message yet', text: 'A message appears here when its last byte has arrived.' },
		none: { title: 'No event matches', text: 'New events that match appear here.', clear: 'Clear the filter' },
		hidden: {
			title: 'These rows are hidden',
			text: (rows: number) => `${counted(rows, events)} from before stay in the capture. New ones appear here.`,
		},
		earlier: {
			title: 'No traffic yet in this run',
			text: 'The events of the last run are among the captures.',
			captures: 'Captures…',
		},
		title: 'No traffic yet',
		nothing: 'Start a server, then open a client to it. Every byte and every socket event is listed here.',
		lessons: 'Lessons…',
		start: (endpoint: string) => `Start ${endpoint} on the left: its socket events and bytes are listed here.`,
		send: 'Select an endpoint on the left and send it something from below.',
		connect: (endpoint: string) => `Connect a client to ${endpoint}`,
	},
	/** The title of a column of a decoded field. */
	fieldColumn: (field: string) => `Decoded field ${field}`,
	columns: {
		number: { label: 'No.', title: 'Number of the event in the capture' },
		time: { label: 'Time', title: 'Local time of the event' },
		delta: { label: 'Δ s', title: 'Seconds since the row before' },
		endpoint: { label: 'Endpoint', title: 'The endpoint whose socket it was' },
		connection: { label: 'Conn', title: 'Number of the connection' },
		direction: { label: 'Dir', title: '→ we did it, ← the peer did it' },
		kind: { label: 'Kind', title: 'What happened' },
		length: { label: 'Length', title: 'Bytes of payload' },
		message: { label: 'Number', title: 'Number of the message in its direction of the connection' },
		reads: { label: 'Reads', title: 'In how many reads the message came' },
		duration: { label: 'Duration', title: 'Seconds from the first to the last byte of the message' },
		preview: { label: 'Preview', title: 'The first bytes, or what happened' },
	},
	/** The column of times where it shows other ones. */
	times: {
		relative: { label: 'Since start', title: 'Seconds since the first event of the capture' },
		delta: { label: 'Since row', title: 'Seconds since the row before' },
	},
};
