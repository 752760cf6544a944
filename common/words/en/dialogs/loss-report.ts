import { localeOf } from '../../locale/locale.ts';

const { count } = localeOf('en');

/** The report on the numbered messages that an endpoint received. */
export const lossReport = {
	title: (endpoint: string) => `Loss report of ${endpoint}`,
	titleUnknown: 'Loss report of endpoint',
	form: 'Loss report',
	about:
		'A loss report counts which of the numbered messages that this endpoint receives are lost, duplicated, reordered or late. A load test, of this or another Wirebench, sends them, or any program that numbers its messages.',
	keep: 'Keep a loss report',
	copy: 'Copy as JSON',
	copied: 'Loss report copied as JSON',
	notCopied: 'The loss report was not copied',
	noUpdates: 'The loss report is no longer updated',
	notChanged: 'The loss report was not changed',
	keepNone: 'Keep none',
	again: 'Start again',
	nothing: 'No numbered messages yet',
	wanted: {
		text: (text: string) => `messages like “${text}”`,
		header: 'messages with a header',
	},
	/** `what` is one of `wanted`. */
	waiting: {
		closed: (what: string, endpoint: string) => `It looks for ${what}. Start ${endpoint} to receive.`,
		unframed: (what: string) =>
			`It looks for ${what}, and takes each read for a message: say in “Messages…” how long they are or how they end.`,
		open: (what: string) => `It looks for ${what}. “Load test…” in the menu of another endpoint sends them.`,
	},
	counts: (numbered: number, others: number) => `${count(numbered)} numbered, ${count(others)} other messages`,
	countsUntracked: (numbered: number, others: number, untracked: number) =>
		`${count(numbered)} numbered, ${count(others)} other messages, ${count(untracked)} of further senders`,
	senders: 'Senders',
	columns: {
		from: { name: 'From', about: 'Connection' },
		stream: { name: 'Stream', about: 'Id in the headers' },
		received: { name: 'Received', about: 'Messages, repeated ones included' },
		lost: { name: 'Lost', about: 'Numbers between the lowest and the highest that have not come' },
		outstanding: {
			name: 'Outstanding',
			about: 'Announced numbers before the lowest and after the highest that came',
		},
		repeated: { name: 'Repeated', about: 'Came again' },
		reordered: { name: 'Reordered', about: 'Came after a higher number; by how many at most' },
		late: { name: 'Late', about: 'Too far behind the highest to tell reordered from repeated' },
		p50: { name: 'Delay p50', about: 'Milliseconds' },
		p95: { name: 'p95', about: 'Milliseconds' },
		p99: { name: 'p99', about: 'Milliseconds' },
		mean: { name: 'Mean', about: 'Milliseconds' },
		max: { name: 'Max', about: 'Milliseconds' },
		jitter: { name: 'Jitter', about: 'Milliseconds, RFC 3550' },
	},
	inMs: 'Delays in milliseconds.',
	ahead: (ms: string) =>
		`The sender’s clock is ahead of this one’s by at least ${ms} ms: delays are by so much too short.`,
};
