import { faultParts } from './sentences/note-parts.ts';

/** The faults of proxies, in lines of their settings and counts. */
export const faults = {
	described: faultParts,
	/** Between the counts of faults. */
	and: ', ',
	names: {
		latency: 'latency',
		bandwidth: 'bandwidth',
		slicer: 'slices',
		corrupt: 'corrupt',
		drop: 'drop',
		duplicate: 'duplicate',
		reorder: 'reorder',
		slowClose: 'slow close',
		halfOpen: 'half-open',
		timeout: 'timeout',
		reset: 'reset',
		limitData: 'close after bytes',
		closeAfter: 'close after time',
	},
};
