import { localeOf } from '../locale/locale.ts';

const { count, counted } = localeOf('en');
const events = (total: number) => counted(total, { one: 'event', other: 'events' });

/** Finding events, and going to a time or an event. */
export const jump = {
	findBar: 'Find in the log',
	find: 'Find',
	findExample: 'Find text, or as in the filter: len>1k',
	previousMatch: 'Find the previous match',
	previous: 'Previous',
	nextMatch: 'Find the next match',
	next: 'Next',
	closeSearch: 'Close the search',
	close: 'Close',
	closeTip: 'Close (Escape)',
	goTo: 'Go to',
	goToExample: "12:01:07.104, +5s, or an event's number",
	places: 'Places',
	options: {
		nextError: 'Next error',
		previousError: 'Previous error',
		nextMark: 'Next mark or note',
		previousMark: 'Previous mark or note',
		match: 'Find a match…',
		first: 'First event',
		last: 'Last event',
	},
	event: (number: number) => `Event ${count(number)}`,
	nearest: 'the event nearest to it',
	noEvent: 'The capture has no event yet.',
	expected: 'Expected a time as 12:01:07.104, +5s or 2026-11-21 12:01, or the number of an event.',
	has: (total: number) => `The capture has ${count(total)} events.`,
	progress: 'Search of the capture',
	stop: 'Stop',
	dismiss: 'Dismiss',
	stopped: (percent: number) => `Stopped at ${percent} %`,
	looking: (percent: number) => `Looking… ${percent} %`,
	none: {
		match: (total: number) => `No match in ${events(total)}`,
		error: (total: number) => `No error in ${events(total)}`,
		mark: (total: number) => `No mark or note in ${events(total)}`,
	},
	pastStart: 'Past the start: on from the end',
	pastEnd: 'Past the end: on from the start',
	/** `all` is a count, with `+` or `…` where there may be more. */
	numberOf: (number: number, all: string) => `${count(number)} of ${all}`,
	oneMatch: '1 match',
	matches: (all: string) => `${all} matches`,
};
