import { captureError } from '../sentences/capture-error.ts';

/** The size limits of a capture's files. */
export interface SegmentLimits {
	/** Bytes after which a new segment starts. */
	readonly segmentBytes: number;
	/** Maximum bytes of the capture on disk: its oldest segments are deleted. Absent: no limit. */
	readonly keepBytes?: number | undefined;
}

/** Requested limits; absent ones have their default. */
export type WantedLimits = { readonly [K in keyof SegmentLimits]?: SegmentLimits[K] | undefined };

const DEFAULT_SEGMENT_BYTES = 256 << 20;
/** Offsets in an index are 32-bit, and a segment may end with the largest event. */
const MAX_SEGMENT_BYTES = 2 ** 31;

/** The effective limits; throws a WirebenchError `bad-input` for impossible ones. */
export function checkLimits({ segmentBytes = DEFAULT_SEGMENT_BYTES, keepBytes }: WantedLimits): SegmentLimits {
	if (!(segmentBytes >= 1 && segmentBytes <= MAX_SEGMENT_BYTES)) {
		throw captureError('bad-input', 'segmentSize', {}, { path: 'segmentBytes' });
	}
	if (keepBytes !== undefined && !(keepBytes >= 1)) {
		throw captureError('bad-input', 'keepOneByte', {}, { path: 'keepBytes' });
	}
	return { segmentBytes, keepBytes };
}
