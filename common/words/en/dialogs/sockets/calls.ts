import { localeOf } from '../../../locale/locale.ts';

const { count, counted } = localeOf('en');

/** The socket calls that a program would make. */
export const socketCalls = {
	panel: 'Socket',
	part: 'What to show',
	parts: { calls: 'Calls', states: 'States', kernel: 'Kernel' },
	title: 'Equivalent calls',
	/** Who really makes them. */
	engine: 'Derived from the events: Wirebench runs on libuv.',
	language: 'Language',
	mode: 'Sockets',
	modes: { blocking: 'Blocking', 'non-blocking': 'Non-blocking' },
	list: (whose: string) => `Calls of ${whose}`,
	connection: (id: number) => `connection #${id}`,
	of: 'Whose calls',
	all: 'All endpoints',
	connectionChoice: 'Whose states',
	ofSelection: 'Selected connection',
	notListed: 'The connections of the capture could not be listed',
	number: (all: number) => counted(all, { one: 'call', other: 'calls' }),
	event: (n: number) => `Event ${count(n)}`,
	inferred: 'inferred: no event shows it',
	loading: '…',
	gone: 'The event of this call was deleted.',
	/** The selected event. */
	none: (n: number) => `Event ${count(n)} has no call.`,
	/** @param seconds as in `3.2 s` */
	waits: (call: string, seconds: string) => `would wait in ${call} for ${seconds}`,
	/** Calls beside those that are named. */
	more: (others: number) => `and ${count(others)} more`,
	now: 'Blocking now',
	nothing: 'Nothing blocks now.',
	empty: { title: 'No calls', text: 'Start an endpoint: the socket calls that a program would make appear here.' },
	unread: (why: string) => `The calls could not be read: ${why}`,
	tryAgain: 'Try again',
	limited: 'The list is full: later calls are not in it.',
	copied: (lines: number) => `Copied ${counted(lines, { one: 'call', other: 'calls' })}.`,
	notCopied: 'Could not copy',
	notFound: 'The calls of the event could not be found',
};
