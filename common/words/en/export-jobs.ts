import { localeOf } from '../locale/locale.ts';

const { count } = localeOf('en');

/** Running exports, in a corner of the window. */
export const exportJobs = {
	waiting: 'waits for the browser to fetch it',
	progress: (done: number, total: number, size: string) => `${count(done)} of ${count(total)} events, ${size}`,
	label: (file: string) => `Export of ${file}`,
	cancel: (file: string) => `Cancel the export of ${file}`,
};
