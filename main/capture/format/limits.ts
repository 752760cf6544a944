import { WirebenchError } from '../../../common/contract/base/errors.ts';

/** How large the files of a capture may become. */
export interface SegmentLimits {
	/** Bytes after which a new segment begins. */
	readonly segmentBytes: number;
	/** Bytes that the capture takes on disk at most: its oldest segments are let go. Absent: no limit. */
	readonly keepBytes?: number | undefined;
}

/** As somebody asks for them; what is absent has its default. */
export type WantedLimits = { readonly [K in keyof SegmentLimits]?: SegmentLimits[K] | undefined };

const DEFAULT_SEGMENT_BYTES = 256 << 20;
/** Offsets in an index are 32-bit, and a segment may end with the largest of events. */
const MAX_SEGMENT_BYTES = 2 ** 31;

/** The limits that are meant; throws a WirebenchError `bad-input` for impossible ones. */
export function checkLimits({ segmentBytes = DEFAULT_SEGMENT_BYTES, keepBytes }: WantedLimits): SegmentLimits {
	if (!(segmentBytes >= 1 && segmentBytes <= MAX_SEGMENT_BYTES)) {
		throw new WirebenchError('bad-input', 'A segment has 1 byte to 2 GiB.', { path: 'segmentBytes' });
	}
	if (keepBytes !== undefined && !(keepBytes >= 1)) {
		throw new WirebenchError('bad-input', 'At least one byte is kept.', { path: 'keepBytes' });
	}
	return { segmentBytes, keepBytes };
}
