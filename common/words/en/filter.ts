import { localeOf } from '../locale/locale.ts';

const { count } = localeOf('en');

/** The filter above the log: its keys, its progress and its faults. */
export const filter = {
	label: 'Filter',
	example: 'Filter: dir:in len>=100 "GET /"',
	clear: 'Clear the filter',
	clearTip: 'Clear the filter, which ends its scan (Escape)',
	suggestions: 'Suggestions',
	saved: (name: string) => `saved: ${name}`,
	/** What each key of a filter looks at; `kind` has a list of words instead. */
	keys: {
		dir: 'in, out or none',
		endpoint: 'name of an endpoint',
		conn: 'number of a connection',
		port: 'port of either end',
		len: 'bytes of payload, as in len>=1.5k',
		time: 'since the first event, as in time<5s',
		protocol: 'what the payload is decoded as, as in protocol:dns',
		text: 'text in the payload; "in quotes" minds the case',
		mark: 'yes or no: marked by you',
		note: 'text in your note; note:* for any',
		hex: 'bytes in the payload, as in hex:0d0a',
	},
	anyNote: 'any note',
	/** What a decoded field has as its value. */
	types: { number: 'number', textual: 'text', bytes: 'bytes', truth: 'yes or no' },
	hint: {
		/** After the words that were written. */
		searched: 'is searched for as text. Did you mean',
		/** After the condition that was probably meant. */
		end: '?',
	},
	/** @param position from 1. Empty `hint`: none. */
	faultAt: (position: number, message: string, hint: string) =>
		`At ${position}: ${message}${hint === '' ? '' : ` ${hint}`}`,
	matched: (events: number, all: number) => `${count(events)} of ${count(all)}`,
	/** There are too many matches to keep. */
	matchedFirst: (events: number, all: number) => `first ${count(events)} of ${count(all)}`,
	limited: 'The first matches only: there are too many to keep',
	scan: 'Scan of the capture',
	stopped: (percent: number) => `stopped at ${percent} %`,
	resume: 'Resume the scan',
	stop: 'Stop the scan',
	stopTip: 'Stop the scan, and keep what was found',
	menu: {
		title: 'Saved filters',
		tip: 'Saved and recent filters',
		edit: 'Save or edit filters…',
		colours: 'Colour rules…',
		saved: 'Saved',
		recent: 'Recent',
	},
};
