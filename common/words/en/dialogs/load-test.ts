import { localeOf } from '../../locale/locale.ts';

const { count } = localeOf('en');

/** Sending numbered messages, and the report on those that arrive. */
export const loadTest = {
	title: (endpoint: string) => `Load test from ${endpoint}`,
	titleUnknown: 'Load test from endpoint',
	form: 'Load test',
	gone: 'The endpoint is no longer there.',
	closed: {
		title: 'It is not open',
		body: 'Numbered messages leave from a socket: start it first.',
		start: (endpoint: string) => `Start ${endpoint}`,
	},
	nobody: {
		title: 'Nobody to send to yet',
		body: (endpoint: string) => `${endpoint} waits for a client. The form comes with it.`,
	},
	to: 'To',
	anAddress: 'an address',
	host: 'Host',
	port: 'Port',
	portFault: 'A whole number from 1 to 65535.',
	goesOn: 'It goes on when this window is closed, and can be stopped here.',
	plan: {
		send: 'Send',
		paces: { paced: 'at a rate', free: 'as fast as it can' },
		rate: 'Messages a second',
		count: 'Messages in all',
		noEnd: 'no end',
		size: 'Bytes of a message',
		framing: 'Messages in the stream',
		framingHint: 'The receiver’s framing has to say the same.',
		framings: {
			fixed: 'all of one size',
			length2: 'length in front, 2 bytes',
			length4: 'length in front, 4 bytes',
		},
	},
	numbering: {
		label: 'The number stands',
		types: { header: 'in a header (with time and stream)', text: 'in a text' },
		text: 'Text, with %d for the number',
	},
	rateZero: 'A rate is more than 0.',
	run: {
		label: 'Latest run',
		status: { running: 'Sending', done: 'Done', stopped: 'Stopped', failed: 'Failed' },
		sent: 'Sent',
		of: (sent: number, total: number) => `${count(sent)} of ${count(total)}`,
		rate: 'Rate',
		rateOverAll: 'Rate over all',
		perSecond: (messages: number) => `${count(messages)}/s`,
		behind: 'Behind by',
		refused: 'Refused',
		time: 'Time',
		/** `errno`: the system’s name of the error, or nothing. */
		refusedLast: (errno: string, why: string) => `Refused last: ${errno} ${why}`,
	},
	notices: {
		noUpdates: 'The load test runs are no longer updated',
		notStarted: 'The load test did not start',
		notStopped: 'The load test was not stopped',
	},
};
