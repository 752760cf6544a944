import { localeOf } from '../locale/locale.ts';

const { counted } = localeOf('en');

export const timeline = {
	title: 'Timeline',
	show: 'Show the timeline',
	hide: 'Hide the timeline',
	measure: { label: 'What the timeline measures', bytes: 'Bytes', events: 'Events' },
	split: 'One line for each endpoint',
	all: 'All endpoints',
	others: 'All others',
	zoomOut: 'Zoom out',
	zoomIn: 'Zoom in',
	whole: 'Show the whole capture',
	in: 'in',
	out: 'out',
	looking: 'Looking through the capture',
	clearRange: 'Clear the time range',
	filterToView: 'Filter to view',
	axis: 'Time of the capture',
	noTime: 'no time chosen',
	failed: (why: string) => `The timeline cannot be drawn: ${why}`,
	empty: 'Bytes and events per second appear here as traffic comes.',
	peak: (rate: string) => `peak ${rate}`,
	perSecond: (count: string) => `${count} events/s`,
	upTo: (to: string) => `up to ${to}`,
	from: (from: string) => `from ${from}`,
	range: (from: string, to: string) => `${from} to ${to}`,
	events: (count: number) => counted(count, { one: 'event', other: 'events' }),
	errors: (count: number) => counted(count, { one: 'error', other: 'errors' }),
	/** The place of the cursor for screen readers. Empty: no errors, no range. */
	spoken: (at: string, received: string, sent: string, events: string, errors: string, from: string) => {
		const range = from === '' ? '' : `, selected from ${from}`;
		return `${at}, in ${received}, out ${sent}, ${events}${errors === '' ? '' : `, ${errors}`}${range}`;
	},
};
