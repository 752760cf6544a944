import { localeOf } from '../../locale/locale.ts';

const { count: written, counted } = localeOf('en');

const bytes = (count: number) => counted(count, { one: 'byte', other: 'bytes' });

/** What is on its way, and what became of it. */
export const sendings = {
	gone: 'an endpoint that is gone',
	several: (endpoint: string, connections: number) => `${endpoint}, ${written(connections)} connections`,
	file: (name: string, to: string) => `${name} to ${to}:`,
	message: (to: string) => `Message to ${to}:`,
	repeatFast: (to: string) => `Repeat to ${to}, as fast as it can:`,
	repeat: (to: string, ms: number) => `Repeat to ${to}, every ${ms} ms:`,
	ends: { running: '', done: 'Done.', stopped: 'Stopped.', failed: 'Failed.' },
	/** Progress, its end, and why it failed, as sentences; the last two may be empty. */
	result: (progress: string, end: string, error: string) =>
		[`${progress}.`, end, error].filter((part) => part !== '').join(' '),
	/** Between the parts of a progress. */
	and: ', ',
	sent: (amount: string) => `${amount} sent`,
	sentOf: (amount: string, whole: string) => `${amount} of ${whole} sent`,
	bytesOf: (sent: number, whole: number) => `${written(sent)} of ${bytes(whole)} sent`,
	ofNext: (sent: number) => `and ${bytes(sent)} of the next`,
	late: (mean: string, most: string) => `late by ${mean} ms on average, ${most} ms at most`,
	stop: (title: string) => `Stop: ${title}`,
	dismiss: (title: string) => `Dismiss: ${title}`,
	failure: (connection: number, why: string) => `#${connection} (${why})`,
	failed: (count: number, connections: number, which: string) =>
		`${written(count)} of ${written(connections)} connections failed: ${which}.`,
	failedMore: (count: number, connections: number, which: string, more: number) =>
		`${written(count)} of ${written(connections)} connections failed: ${which}, and ${written(more)} more.`,
	/** Some connections have not taken a message. */
	took: (taken: number, connections: number, size: number, others: string) =>
		`${written(taken)} of ${written(connections)} connections took the ${written(size)} bytes. Not so ${others}.`,
	stopped: (taken: number, size: number) =>
		`Stopped: the system had taken ${bytes(taken)} of a message of ${written(size)}.`,
};
